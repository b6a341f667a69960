import { Phases } from '../../src/commands/timing.ts';

/** A clock that only moves when it is told to. */
function simulated(): { phases: Phases; pass: (ms: number) => void } {
  let now = 1000;
  const phases = new Phases(() => now);
  return {
    phases,
    pass: (ms) => {
      now += ms;
    },
  };
}

test('the time of each phase, in the order of a run, and what the work gave', () => {
  const { phases, pass } = simulated();
  pass(5);
  expect(phases.time('evaluate', () => (pass(30), 'scores'))).toBe('scores');
  pass(7);
  phases.time('parse', () => {
    pass(12);
  });
  expect(phases.times()).toEqual([
    { phase: 'parse', ms: 12 },
    { phase: 'evaluate', ms: 30 },
  ]);
});

test('a phase that is entered again adds up', () => {
  const { phases, pass } = simulated();
  for (const ms of [1, 2, 3]) {
    phases.time('facts', () => {
      pass(ms);
    });
  }
  expect(phases.times()).toEqual([{ phase: 'facts', ms: 6 }]);
});

test('work that waits is timed until it is done', async () => {
  const { phases, pass } = simulated();
  const result = phases.time('unzip', async () => {
    await Promise.resolve();
    pass(40);
    return 'parts';
  });
  expect(phases.times()).toEqual([]);
  await expect(result).resolves.toBe('parts');
  expect(phases.times()).toEqual([{ phase: 'unzip', ms: 40 }]);
});

test('a phase within a phase is not counted twice', async () => {
  const { phases, pass } = simulated();
  await phases.time('parse', async () => {
    pass(10);
    await phases.time('unzip', async () => {
      await Promise.resolve();
      pass(25);
    });
    pass(3);
  });
  expect(phases.times()).toEqual([
    { phase: 'unzip', ms: 25 },
    { phase: 'parse', ms: 13 },
  ]);
});

test('work that fails is timed and fails', async () => {
  const { phases, pass } = simulated();
  const failure = new Error('damaged');
  expect(() =>
    phases.time('parse', () => {
      pass(4);
      throw failure;
    }),
  ).toThrow(failure);
  await expect(
    phases.time('write', async () => {
      await Promise.resolve();
      pass(6);
      throw failure;
    }),
  ).rejects.toBe(failure);
  expect(phases.times()).toEqual([
    { phase: 'parse', ms: 4 },
    { phase: 'write', ms: 6 },
  ]);
});
