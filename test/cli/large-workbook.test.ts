import { spawnSync } from 'node:child_process';
import { paymentWorkbook, yuan } from '../bench/payment-workbook.ts';
import { fileOf, type Json } from '../support/command-line.ts';
import { builtCommand } from '../support/project.ts';

const ROWS = 100_000;
/** Generous: what is tested is that it ends, not how fast. */
const LIMIT = 240_000;

interface Timed {
  readonly timing: readonly { readonly phase: string; readonly ms: number }[];
}

/** Runs the built command in a process of its own, with the heap that Node has by default. */
function built(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtCommand(), ...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 64 * 1024 * 1024,
    timeout: LIMIT,
  });
  return { code: status, out: stdout, err: stderr };
}

test(
  'a hundred thousand payments are read and added up in one run, and each phase tells its time',
  async () => {
    const { bytes, total, facts } = await paymentWorkbook(ROWS);
    const { code, out, err } = built('evaluate', await fileOf(bytes), '--json', '--timing');
    expect({ err, finished: code === 0 || code === 1 }).toEqual({ err: '', finished: true });
    const json = JSON.parse(out) as Json & Timed;
    expect(facts.get('12月.累计支出数')).toBe(total);
    expect(facts.size).toBeGreaterThan(1000);
    const told = Object.fromEntries([...facts.keys()].map((key) => [key, json.facts[key]?.value]));
    expect(told).toEqual(Object.fromEntries([...facts].map(([key, fen]) => [key, yuan(fen)])));
    expect(json.timing.map(({ phase }) => phase)).toEqual([
      'unzip',
      'parse',
      'recognise',
      'facts',
      'evaluate',
      'write',
      'print',
    ]);
    expect(json.timing.every(({ ms }) => Number.isInteger(ms) && ms >= 0)).toBe(true);
    expect(JSON.stringify(json)).not.toMatch(/示例供应商|0000000000\d{6}/);
  },
  LIMIT,
);

test(
  'a column of amounts that are none is one message, and the output stays small',
  async () => {
    const bad = await paymentWorkbook(ROWS, (amount, index) => (index % 2 === 0 ? `${yuan(amount)}元整` : amount));
    const { code, out, err } = built('inspect', await fileOf(bad.bytes), '--json', '--timing');
    expect({ err, code }).toEqual({ err: '', code: 1 });
    expect(out.length).toBeLessThan(200_000);
    const { findings, timing } = JSON.parse(out) as Timed & {
      findings: { code: string; message: string; count?: number; cells: string[] }[];
    };
    const found = findings.filter(({ code: kind }) => kind === 'number-expected');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ cells: ['支付明细!D3:D100001'], count: ROWS / 2 });
    expect(found[0]?.message).toMatch(
      /^支付明细!D3:D100001（共50000处）：“支付金额”应为数字，实际为“0.01元整、.{1,80}等”。/,
    );
    expect(timing.map(({ phase }) => phase)).toEqual(['unzip', 'parse', 'recognise', 'facts', 'print']);
  },
  LIMIT,
);
