import type { WriteStream } from 'node:tty';

/** Told by a stage how far it is. `total` 0: not known. */
export type Report = (done: number, total: number) => void;

/** Shows a person what a start is doing. */
export interface Progress {
  /** Shows a stage from its beginning to its end, and gives what it gives. Stages may overlap. */
  stage<T>(title: string, work: (report: Report) => Promise<T>): Promise<T>;
  /** Writes lines that stay. */
  say(text: string): void;
}

interface Stage {
  readonly title: string;
  readonly begun: number;
  done: number;
  total: number;
  /** Quarters already told, where no bar can be drawn. */
  told: number;
}

const BAR = 24;

/** Progress on a terminal (a line that is redrawn), or as plain lines where there is none. */
export function createProgress(output: WriteStream): Progress {
  return output.isTTY ? drawn(output) : written(output);
}

function written(output: WriteStream): Progress {
  const say = (text: string) => void output.write(`${text}\n`);
  return {
    say,
    stage: (title, work) => {
      const stage = newStage(title);
      say(`${title} …`);
      const report: Report = (done, total) => {
        const quarter = total > 0 ? Math.floor((done / total) * 4) : 0;
        if (quarter > stage.told && quarter < 4) {
          stage.told = quarter;
          say(`${title}: ${quarter * 25} %`);
        }
      };
      return finish(stage, work(report), say);
    },
  };
}

function drawn(output: WriteStream): Progress {
  const open = new Set<Stage>();
  const clear = () => output.write('\r\u001B[2K');
  const draw = () =>
    output.write(
      `\r\u001B[2K${[...open]
        .map(describe)
        .join('   ')
        .slice(0, (output.columns || 80) - 1)}`,
    );
  const say = (text: string) => {
    clear();
    output.write(`${text}\n`);
    draw();
  };
  return {
    say,
    stage: async (title, work) => {
      const stage = newStage(title);
      open.add(stage);
      const ticking = setInterval(draw, 100);
      const report: Report = (done, total) => Object.assign(stage, { done, total });
      try {
        const result = finish(stage, work(report), (line) => {
          open.delete(stage);
          say(line);
        });
        return await result;
      } finally {
        clearInterval(ticking);
        open.delete(stage);
        clear();
        if (open.size > 0) draw();
      }
    },
  };
}

const newStage = (title: string): Stage => ({
  title,
  begun: performance.now(),
  done: 0,
  total: 0,
  told: 0,
});

/** Says how long a stage took. A stage that fails says nothing here: its error is shown once, at the end. */
async function finish<T>(stage: Stage, work: Promise<T>, say: (line: string) => void): Promise<T> {
  const result = await work;
  say(`✓ ${stage.title} (${seconds(stage)})`);
  return result;
}

const seconds = ({ begun }: Stage) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

function describe(stage: Stage): string {
  if (stage.total === 0) return `${stage.title} … ${seconds(stage)}`;
  const share = Math.min(stage.done / stage.total, 1);
  const filled = Math.round(share * BAR);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
  return `${stage.title} ${bar} ${Math.round(share * 100)} %`;
}
