import { combined, type CellFormula, type Division } from '../../ledger/cell-formula.ts';
import { plainValue, type Fact } from '../../ledger/fact.ts';
import { numberOf } from '../../ledger/ledger.ts';
import { missing, notApplicable, value, type Outcome } from '../../ledger/outcome.ts';
import { maximum, minimum, sum, whole, type Exact } from '../../money/exact.ts';
import { ZERO_DIVISORS } from '../../texts/expression-texts.ts';
import { FUNCTIONS, divides, keysIn, type Expression, type FunctionName, type Operator } from './expression.ts';

export interface ComputedExpression {
  readonly number: Exact;
  /** With the values put in, as people write it. */
  readonly substitution: string;
  /** Absent when a fact has no cell that holds its number. */
  readonly formula: CellFormula | undefined;
}

/** What is divided by what, with exact numbers. A dividend that divides itself is not looked at: its own divisions are. */
interface ExactDivision {
  readonly dividend: Exact | undefined;
  readonly divisor: Exact;
  readonly divisorKeys: readonly string[];
  /** True where the divisor is one amount as it is. */
  readonly direct: boolean;
}

interface Part extends ComputedExpression {
  /** True when it needs brackets beside another operator. */
  readonly compound: boolean;
}

/**
 * The exact value of an expression over facts. Where a divisor is 0 it is not applicable if everything that is divided and all that
 * it is divided by is 0, otherwise the divisor is missing: the same answers that `guarded` makes a spreadsheet give.
 */
export function computeExpression(
  expression: Expression,
  facts: ReadonlyMap<string, Fact>,
): Outcome<ComputedExpression> {
  const divisions: ExactDivision[] = [];
  const computed = compute(expression, facts, divisions);
  const zeros = divisions.filter(({ divisor }) => divisor.n === 0n);
  if (zeros.length === 0) return value(computed);
  const judged = divisions.filter(({ dividend }) => dividend !== undefined);
  const nothing = judged.every(({ dividend, divisor }) => dividend?.n === 0n && divisor.n === 0n);
  const keys = [...new Set(zeros.flatMap(({ divisorKeys }) => divisorKeys))];
  return nothing
    ? notApplicable(
        ZERO_DIVISORS(
          keys,
          zeros.every(({ direct }) => direct),
        ),
        computed.formula,
      )
    : missing(keys);
}

function compute(expression: Expression, facts: ReadonlyMap<string, Fact>, divisions: ExactDivision[]): Part {
  switch (expression.kind) {
    case 'number': {
      const formula = { expression: expression.text, needs: [], divisions: [] };
      return { number: expression.number, substitution: expression.text, formula, compound: false };
    }
    case 'key': {
      const fact = facts.get(expression.key);
      const number = fact && numberOf(fact);
      if (fact === undefined || number === undefined) throw new Error(`no number to compute with: ${expression.key}`);
      const shown = fact.value.kind === 'rate' ? `${plainValue(fact)}%` : plainValue(fact);
      return { number, substitution: shown, formula: fact.formula, compound: isCompound(fact.formula) };
    }
    case 'negated': {
      const of = compute(expression.of, facts, divisions);
      return {
        number: of.number.neg(),
        substitution: `−${bracketed(of.substitution, expression.of.kind === 'operation')}`,
        formula: of.formula && combined(`(-${inBrackets(of)})`, [of.formula]),
        compound: false,
      };
    }
    case 'operation':
      return operate(expression, facts, divisions);
    case 'call': {
      const parts = expression.of.map((one) => compute(one, facts, divisions));
      const formulas = parts.flatMap(({ formula }) => formula ?? []);
      const list = formulas.map(({ expression: one }) => one).join(',');
      return {
        number: called(
          expression.name,
          parts.map(({ number }) => number),
        ),
        substitution: `${expression.name}(${parts.map(({ substitution }) => substitution).join('，')})`,
        formula:
          formulas.length === parts.length ? combined(`${FUNCTIONS[expression.name]}(${list})`, formulas) : undefined,
        compound: false,
      };
    }
  }
}

const SIGNS: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

function operate(
  expression: Extract<Expression, { kind: 'operation' }>,
  facts: ReadonlyMap<string, Fact>,
  divisions: ExactDivision[],
): Part {
  const { operator } = expression;
  const left = compute(expression.left, facts, divisions);
  const right = compute(expression.right, facts, divisions);
  const guards: Division[] = [];
  const divisorKeys = keysIn(expression.right);
  if (operator === '/' && divisorKeys.length > 0) {
    const plain = !divides(expression.left);
    divisions.push({
      dividend: plain ? left.number : undefined,
      divisor: right.number,
      divisorKeys,
      direct: expression.right.kind === 'key',
    });
    guards.push({
      dividend: plain ? steady(left) : undefined,
      divisor: steady(right),
    });
  }
  const formula =
    left.formula &&
    right.formula &&
    combined(`${inBrackets(left)}${operator}${inBrackets(right)}`, [left.formula, right.formula], guards);
  return {
    number: calculated(operator, left.number, right.number),
    substitution: [
      bracketed(left.substitution, expression.left.kind === 'operation'),
      SIGNS[operator],
      bracketed(right.substitution, expression.right.kind === 'operation'),
    ].join(' '),
    formula,
    compound: true,
  };
}

function calculated(operator: Operator, left: Exact, right: Exact): Exact {
  switch (operator) {
    case '+':
      return left.add(right);
    case '-':
      return left.sub(right);
    case '*':
      return left.mul(right);
    case '/':
      // The divisor is on record; whoever asked decides what a 0 means.
      return right.n === 0n ? whole(0) : left.div(right);
  }
}

/** What a function of a formula gives. */
export function called(name: FunctionName, numbers: readonly Exact[]): Exact {
  const [first = whole(0), ...rest] = numbers;
  switch (name) {
    case '最小':
      return rest.reduce(minimum, first);
    case '最大':
      return rest.reduce(maximum, first);
    case '求和':
      return sum(numbers);
    case '平均':
      return sum(numbers).div(whole(numbers.length));
  }
}

function isCompound(formula: CellFormula | undefined): boolean {
  return formula !== undefined && /[-+*/]/.test(formula.expression.replace(/'[^']*'!/g, ''));
}

function inBrackets({ formula, compound }: Part): string {
  return bracketed(formula?.expression ?? '', compound);
}

function bracketed(text: string, wanted: boolean): string {
  return wanted ? `(${text})` : text;
}

/** Doubles leave a trace of what should be 0 when amounts are added up or taken away; a cell by itself is exact. */
function steady({ formula, compound }: Part): string {
  const expression = formula?.expression ?? '';
  return compound || /^[A-Z]+\(/.test(expression) ? `ROUND(${expression},6)` : expression;
}
