// The engine of the page: two workers from one compiled module. The page says what it wants to know
// (state/questions.ts) and hears the answers.

import { Lane, type LaneEvents, type LaneWorker } from "./lane";
import type { Question } from "./question";
import EngineWorker from "./worker?worker&inline";

export class Engine {
  private module: WebAssembly.Module | undefined;
  private readonly lanes: Record<Question["lane"], Lane>;

  constructor(
    private readonly packed: string,
    private readonly files: Record<string, string>,
    private readonly events: Omit<LaneEvents, "compiled">,
  ) {
    this.lanes = { quick: this.lane(), slow: this.lane() };
  }

  want(questions: Question[]) {
    for (const name of ["quick", "slow"] as const) {
      this.lanes[name].want(questions.filter((question) => question.lane === name));
    }
  }

  private lane(): Lane {
    return new Lane(
      () => new EngineWorker() as unknown as LaneWorker,
      () => ({
        kind: "start",
        module: this.module,
        packed: this.module ? undefined : this.packed,
        files: this.files,
      }),
      {
        ...this.events,
        compiled: (module) => {
          this.module = module;
        },
      },
    );
  }
}
