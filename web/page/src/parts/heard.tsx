// What was heard from whom: what the entries rest on, as the program counts it, and who spoke.

import type { Check, Sources } from "../answers/answers";
import { heardOf, type Heard } from "../case/coverage";
import type { Names } from "../case/names";
import { dateText } from "../case/words";
import { enteredCheck, heardQuestion, known } from "../state/asking";
import { isAsEntered } from "../state/scenario";
import { Pieces } from "./bars";
import { PartyName } from "./party";
import type { ScreenProps } from "./props";
import { Heads, Table } from "./table";
import { Section } from "./text";
import { Below, Wait } from "./wait";

const heads = [
  "Statements",
  "its own words",
  "said for it without a name, or about others",
  "what others say about it",
  "experts’ judgements about it",
  "the narrator’s words about it",
];

function HeardTable({ heard, names }: { heard: Heard[]; names: Names }) {
  return (
    <Table label="Statements by party" look="stacked" head={<Heads texts={heads} numbers={[1, 2, 3, 4, 5]} />}>
      {heard.map((row) => (
        <tr>
          <th scope="row">
            <PartyName names={names} id={row.party} />
          </th>
          {[row.own, row.ofOthers, row.byOthers, row.byExperts, row.byNarrator].map((count, at) => (
            <td class="num" data-label={heads[at + 1]}>
              {count}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

function Coverage({ coverage }: Pick<Check, "coverage">) {
  return (
    <Pieces
      of="entries can affect the answer"
      pieces={[
        { name: "in a party’s own words", count: coverage.own_words, look: "own" },
        { name: "said by others", count: coverage.others_words, look: "others" },
        ...(coverage.experts > 0 ? [{ name: "judged by experts", count: coverage.experts, look: "experts" }] : []),
        ...(coverage.narrator > 0
          ? [{ name: "told by the narrator", count: coverage.narrator, look: "narrator" }]
          : []),
        { name: "inferred", count: coverage.inferred, look: "inferred" },
        { name: "assumed", count: coverage.assumed, look: "assumed" },
      ]}
    />
  );
}

function heardNote(asOf: string | null): string {
  return asOf === null
    ? "Entries as the file has them, without what is supposed here."
    : `Entries as the file has them for ${dateText(asOf)}, without what else is supposed here.`;
}

/// What is supposed on this page was heard from nobody: the count stays that of the file, on the date that
/// the page is read for.
export function HeardSection({ model, names, dispatch }: ScreenProps) {
  const sources = known<Sources>(model, heardQuestion(model, "sources"));
  const check = known<Check>(model, heardQuestion(model, "check"));
  return (
    <Section
      id="heard"
      title="What was heard from whom"
      {...(isAsEntered(model.scenario) ? {} : { note: heardNote(model.scenario.asOf) })}
    >
      <Wait model={model} dispatch={dispatch} known={check} what="what the entries rest on" />
      <Below known={check}>
        <Coverage coverage={(check.latest ?? enteredCheck(model)).coverage} />
      </Below>
      <Wait model={model} dispatch={dispatch} known={sources} what="the table by party" />
      <Below known={sources}>
        {sources.latest && <HeardTable heard={heardOf(names.show, sources.latest.statements)} names={names} />}
      </Below>
    </Section>
  );
}
