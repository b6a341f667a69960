import jsep from 'jsep';
import { EXPRESSION_FAULTS } from '../../texts/expression-texts.ts';
import { FUNCTIONS, OPERATORS, divides, keysIn, type Expression, type FunctionName } from './expression.ts';
import { wordsOf, type Word } from './words.ts';

/** A formula as it is computed, or what is wrong with it, in words. */
export type ParsedExpression =
  | { readonly status: 'expression'; readonly expression: Expression }
  | { readonly status: 'fault'; readonly fault: string };

class Fault extends Error {}

/** The names, numbers and signs that a formula may have. */
const LONGEST = 400;

/**
 * Reads a formula such as `(三公经费.决算数 − 三公经费.上年决算数) ÷ 三公经费.上年决算数`: keys, decimal numbers and percentages, + − × ÷
 * and brackets, 最小, 最大, 平均, 求和. Nothing of it is ever run as a program.
 */
export function parseExpression(formula: string): ParsedExpression {
  const words = wordsOf(formula);
  // What is read is walked by calls within calls; and a spreadsheet takes no longer formula either.
  if (words.length > LONGEST) return { status: 'fault', fault: EXPRESSION_FAULTS.tooLong(String(LONGEST)) };
  try {
    return { status: 'expression', expression: converted(syntaxOf(words), words) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { status: 'fault', fault: error.message };
  }
}

/** The parser sees `w0`, `w1` … for keys, numbers and functions, so that nothing in a name can mean something to it. */
function syntaxOf(words: readonly Word[]): jsep.Expression {
  const text = words.map((word, index) => (word.kind === 'symbol' ? word.text : ` w${String(index)} `)).join('');
  try {
    return jsep(text);
  } catch {
    throw new Fault(EXPRESSION_FAULTS.syntax);
  }
}

function converted(node: jsep.Expression, words: readonly Word[]): Expression {
  const core = node as jsep.CoreExpression;
  switch (core.type) {
    case 'Identifier':
      return leaf(wordOf(core, words));
    case 'UnaryExpression':
      if (core.operator !== '-') throw new Fault(EXPRESSION_FAULTS.syntax);
      return { kind: 'negated', of: converted(core.argument, words) };
    case 'BinaryExpression':
      return operation(core, words);
    case 'CallExpression': {
      const word = wordOf(core.callee, words);
      const name = (Object.keys(FUNCTIONS) as FunctionName[]).find((one) => one === word?.text);
      if (name === undefined) throw new Fault(EXPRESSION_FAULTS.unknownFunction(word?.text ?? ''));
      if (core.arguments.length === 0) throw new Fault(EXPRESSION_FAULTS.syntax);
      return { kind: 'call', name, of: core.arguments.map((one) => converted(one, words)) };
    }
    case 'Literal':
    case 'MemberExpression':
    case 'ThisExpression':
    case 'ConditionalExpression':
    case 'ArrayExpression':
    case 'Compound':
    case 'SequenceExpression':
      throw new Fault(EXPRESSION_FAULTS.syntax);
  }
}

function wordOf(node: jsep.Expression, words: readonly Word[]): Word | undefined {
  const name = (node as jsep.Identifier).name as string | undefined;
  return name === undefined ? undefined : words[Number(name.slice(1))];
}

function leaf(word: Word | undefined): Expression {
  if (word?.kind === 'key') return { kind: 'key', key: word.text };
  if (word?.kind !== 'number') throw new Fault(EXPRESSION_FAULTS.syntax);
  return { kind: 'number', text: word.text, number: word.number };
}

function operation(node: jsep.BinaryExpression, words: readonly Word[]): Expression {
  const operator = OPERATORS.find((one) => one === node.operator);
  if (operator === undefined) throw new Fault(EXPRESSION_FAULTS.syntax);
  const [left, right] = [converted(node.left, words), converted(node.right, words)];
  if (operator === '/') {
    if (divides(right)) throw new Fault(EXPRESSION_FAULTS.nestedDivision);
    if (keysIn(right).length === 0 && !(right.kind === 'number' && right.number.n !== 0n)) {
      throw new Fault(EXPRESSION_FAULTS.zeroDivisor);
    }
  }
  return { kind: 'operation', operator, left, right };
}
