// What rules of bargaining theory pick: with how far each was proved, and none chosen beforehand.

import { own } from "../case/own";
import type { Solution } from "../answers/answers";
import { proofText, solutionNames, solutionsOf, tiesText } from "../case/efficient";
import { pointsText } from "../case/exact";
import { listText, numberText, rangeText } from "../case/words";
import { PartyHeads, UnseenHead, type Part } from "./frontier-part";
import { ToBuilder } from "./outcome";
import { Heads, Table } from "./table";
import { T } from "./text";

function Mark({ part, name }: { part: Part; name: string }) {
  const marked = part.model.views.markedSolutions;
  const isMarked = marked.includes(name);
  const next = isMarked ? marked.filter((each) => each !== name) : [...marked, name];
  return (
    <input
      type="checkbox"
      class="print-no"
      aria-label={`Mark ${solutionNames[name]} in the picture`}
      checked={isMarked}
      onChange={() => part.dispatch({ kind: "view", views: { markedSolutions: next } })}
    />
  );
}

function SolutionRow({ part, name, solution }: { part: Part; name: string; solution: Solution }) {
  const proof = [proofText(solution, part.frontier.solutions.tolerance), tiesText(solution)].filter(Boolean).join(" ");
  return (
    <tr>
      <td>
        <Mark part={part} name={name} />
      </td>
      <td class="rule-name">
        <b>{solutionNames[name]}</b>{" "}
        <span class="note">
          ({solution.source}): {solution.definition}. {proof}
        </span>
      </td>
      {part.columns.parties.map((party) => (
        <td class="num">
          {numberText(own(solution.gains, party) ?? 0)}
          {own(solution.gain_ranges, party) !== undefined && (
            <span class="note block">{rangeText(own(solution.gain_ranges, party))}</span>
          )}
        </td>
      ))}
      <td>
        <ToBuilder outcome={solution.outcome} dispatch={part.dispatch} isSmall />
      </td>
    </tr>
  );
}

/// What several rules are warned of is said once.
function Warnings({ solutions }: { solutions: [string, Solution][] }) {
  const rulesOf = new Map<string, string[]>();
  for (const [name, { warning }] of solutions) {
    if (warning) {
      rulesOf.set(warning, [...(rulesOf.get(warning) ?? []), solutionNames[name] ?? name]);
    }
  }
  return (
    <>
      {[...rulesOf].map(([warning, rules]) => (
        <p class="note">
          {listText(rules)}: {warning}.
        </p>
      ))}
    </>
  );
}

/// Where a movement is supposed, gains are told over one value and the rules start from another.
function StartLower({ part }: { part: Part }) {
  const less = Object.entries(part.frontier.accepts_less ?? {});
  const each = less.map(([party, points]) => `${part.names.party(party)} ${pointsText(points)}`);
  return less.length === 0 ? null : (
    <p class="note">
      By the movement supposed, these rules measure from where each party begins to accept, which lies below what it has
      without agreement: for <T>{listText(each)}</T>. The gains shown are still those over no agreement.
    </p>
  );
}

export function Solutions({ part }: { part: Part }) {
  const solutions = solutionsOf(part.frontier);
  if (solutions.length === 0) {
    const where = part.frontier.reading === "single" ? "entered numbers" : "central reading";
    return part.frontier.solutions.acceptable_to_all === "empty" ? (
      <p>No outcome is acceptable to all who count in the {where}, so no rule of bargaining theory picks one.</p>
    ) : (
      <p>No outcome acceptable to all who count was found in the {where}, and whether there is one was not decided.</p>
    );
  }
  const head = (
    <>
      <th scope="col">
        <span class="print-no">Mark</span>
      </th>
      <Heads texts={["Rule, what it asks for"]} />
      <PartyHeads part={part} />
      <UnseenHead text="Open" />
    </>
  );
  return (
    <>
      <Table label="Solutions" head={head}>
        {solutions.map(([name, solution]) => (
          <SolutionRow part={part} name={name} solution={solution} />
        ))}
      </Table>
      <Warnings solutions={solutions} />
      <StartLower part={part} />
    </>
  );
}
