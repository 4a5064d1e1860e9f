/// One question to the engine: a verb of the command line with its operands and flags. `files` are
/// those beside the case, which the engine has already.
export interface Question {
  key: string;
  /// Questions of one kind replace each other on the page.
  slot: string;
  verb: string;
  operands: string[];
  flags: Record<string, string[]>;
  files: Record<string, string>;
  /// Small questions have an engine of their own, so that no long one keeps them waiting.
  lane: "quick" | "slow";
}

export interface EngineReply {
  code: number;
  output: string;
  remarks: string;
  /// What the program would have written to files.
  saved?: Record<string, string>;
}

export function questionOf(parts: Omit<Question, "key" | "slot">): Question {
  const { verb, operands, flags, files } = parts;
  return {
    ...parts,
    key: JSON.stringify([verb, operands, flags, files]),
    slot: [verb, ...operands].join(" "),
  };
}
