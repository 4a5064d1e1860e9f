// What is to be known of a sample beside its shares, as the program's own text has it.

import type { Robust } from "../answers/answers";
import type { Names } from "./names";
import { counted, listText } from "./words";

export function sampleNotes(sample: NonNullable<Robust["sample"]>, names: Names): string[] {
  const { unknown_options: unknown, given_up: lost, judged, unjudged, doubtful } = sample;
  const list = (parties: string[]) => listText(parties.map(names.party));
  const notes: [boolean, string][] = [
    [lost > 0, `${counted(lost, "draw was", "draws were")} given up and ${lost === 1 ? "is" : "are"} not counted.`],
    [
      unknown > 0,
      `${counted(unknown, "option")} that nobody rated ${unknown === 1 ? "is" : "are"} drawn anywhere from 0 to 100 and never taken as a red line, so these shares owe something to ignorance.`,
    ],
    [doubtful.length > 0, `Taken to seek an agreement, though that is doubtful: ${list(doubtful)}.`],
    [
      judged.length > 0,
      `Readings that go against binding judgements or orders between weights of ${list(judged)} are drawn anew.`,
    ],
    [
      unjudged.length > 0,
      `Binding judgements and orders between weights of ${list(unjudged)} are not used in this sample: hardly any reading drawn would keep them.`,
    ],
  ];
  return notes.filter(([holds]) => holds).map(([, text]) => text);
}

/// Beside the list of hinges: whether every entry was tried.
export function hingesNote({ hinges, hinges_complete: isComplete }: Robust): string | null {
  if (isComplete) {
    return hinges.length === 0 ? "No single entry settles the answer at an end of its own range." : null;
  }
  return hinges.length === 0
    ? "No single entry was found to settle the answer at an end of its own range; the search was ended before all were tried."
    : "The search was ended before all entries were tried: others may settle it, too.";
}
