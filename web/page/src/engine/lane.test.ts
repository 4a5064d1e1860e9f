import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Lane, type LaneWorker } from "./lane";
import { questionOf, type Question } from "./question";
import type { FromWorker, ToWorker } from "./worker";

class FakeWorker implements LaneWorker {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror = null;
  asked: string[] = [];
  isEnded = false;
  postMessage(message: ToWorker) {
    if (message.kind === "start") {
      this.tell({ kind: "ready", module: {} as WebAssembly.Module });
    } else {
      this.asked.push(message.key);
    }
  }
  terminate() {
    this.isEnded = true;
  }
  tell(data: FromWorker) {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

function question(name: string): Question {
  return questionOf({ verb: name, operands: [], flags: {}, files: {}, lane: "slow" });
}

describe("a lane", () => {
  let workers: FakeWorker[] = [];
  const events = {
    started: vi.fn(),
    progressed: vi.fn(),
    replied: vi.fn(),
    failed: vi.fn(),
    dropped: vi.fn(),
    compiled: vi.fn(),
  };
  const lane = () => {
    const worker = () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as FakeWorker;
    };
    return new Lane(worker, () => ({ kind: "start", files: {} }), events);
  };
  const answer = (name: string) =>
    workers.at(-1)?.tell({ kind: "reply", key: question(name).key, reply: { code: 0, output: name, remarks: "" } });

  beforeEach(() => {
    workers = [];
    vi.useFakeTimers();
    vi.clearAllMocks();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("starts no engine before something is asked", () => {
    lane().want([]);
    expect(workers).toEqual([]);
  });

  it("works through what is wanted, one at a time", () => {
    const one = lane();
    one.want([question("a"), question("b")]);
    expect(workers[0]?.asked).toEqual([question("a").key]);
    answer("a");
    expect(workers[0]?.asked).toEqual([question("a").key, question("b").key]);
    expect(events.replied).toHaveBeenCalledTimes(1);
  });

  it("the latest wins: what is wanted no more is never begun", () => {
    const one = lane();
    one.want([question("a"), question("b")]);
    one.want([question("a"), question("c")]);
    answer("a");
    expect(workers[0]?.asked).toEqual([question("a").key, question("c").key]);
  });

  it("a running question that nobody wants is ended after a while, and the next begun", () => {
    const one = lane();
    one.want([question("a")]);
    one.want([question("b")]);
    expect(workers[0]?.isEnded).toBe(false);
    vi.advanceTimersByTime(200);
    expect(workers[0]?.isEnded).toBe(true);
    expect(events.dropped).toHaveBeenCalledWith(question("a").key);
    expect(workers[1]?.asked).toEqual([question("b").key]);
  });

  it("a question wanted again in time is not ended", () => {
    const one = lane();
    one.want([question("a")]);
    one.want([]);
    one.want([question("a")]);
    vi.advanceTimersByTime(1000);
    expect(workers[0]?.isEnded).toBe(false);
  });

  it("after a failure a new engine is started for the next question", () => {
    const one = lane();
    one.want([question("a")]);
    workers[0]?.tell({ kind: "broken", key: question("a").key, message: "trap" });
    expect(events.failed).toHaveBeenCalledWith(question("a").key, "trap");
    one.want([question("b")]);
    expect(workers).toHaveLength(2);
  });
});
