// Clauses of two drafts by what became of them; those kept are not named one by one.

import type { DiffDrafts } from "../answers/answers";
import type { Names } from "../case/names";
import { counted, sentence } from "../case/words";
import { Section, T } from "./text";

export const changeWords: Record<string, string> = {
  kept: "kept",
  changed: "changed",
  added: "added",
  dropped: "dropped",
  merged: "merged",
  renumbered: "renumbered",
  not_known: "unknown in both",
  known_in_one: "unknown in one of them",
  not_compared: "holds nothing that can be compared",
};

interface Clause {
  id: string;
  name: string;
  change: string;
  detail: string;
}

function mergedText(into: string | null, names: Names): string {
  return into === null ? "" : ` (into ${names.point(into)})`;
}

export function clausesOf(diff: DiffDrafts, names: Names): Clause[] {
  const points = diff.points.map((point): Clause => {
    const { number_before: before, number_after: after } = point;
    const isRenumbered = before !== null && after !== null && after !== before;
    const detail = isRenumbered ? ` (${before} → ${after})` : mergedText(point.merged_into, names);
    return { id: point.point, name: names.point(point.point), change: point.change, detail };
  });
  const others = diff.other_points.map((point): Clause => ({
    id: point.number,
    name: point.number,
    change: point.change,
    detail: mergedText(point.merged_into, names),
  }));
  return [...points, ...others];
}

function countText(diff: DiffDrafts, names: Names): string | null {
  const { before, after, point_count_before: first, point_count_after: second } = diff;
  if (first === null && second === null) {
    return null;
  }
  const of = (id: string, count: number | null) =>
    `${names.draft(id)}: ${count === null ? "number of clauses not known" : counted(count, "clause")}`;
  return `${of(before, first)}; ${of(after, second)}.`;
}

/// Those that nobody can tell anything of in one line, all others one by one.
function ClauseList({ change, clauses }: { change: string; clauses: Clause[] }) {
  if (change === "not_known") {
    return <T>{clauses.map((clause) => clause.name).join("; ")}</T>;
  }
  return (
    <ul class="plain">
      {clauses.map((clause) => (
        <li title={clause.id}>
          <T>{clause.name + clause.detail}</T>
        </li>
      ))}
    </ul>
  );
}

export function Clauses({ diff, names }: { diff: DiffDrafts; names: Names }) {
  const clauses = clausesOf(diff, names);
  const changes = [...new Set(clauses.map((clause) => clause.change))].filter((change) => change !== "kept");
  const count = countText(diff, names);
  return (
    <Section id="clauses" title="Clauses">
      {count !== null && (
        <p class="note">
          <T>{count}</T>
        </p>
      )}
      {changes.length === 0 && <p>No clause was added, dropped, merged or renumbered, as far as the file tells.</p>}
      <dl class="facts">
        {changes.map((change) => (
          <div>
            <dt>{sentence(changeWords[change] ?? change)}</dt>
            <dd>
              <ClauseList change={change} clauses={clauses.filter((clause) => clause.change === change)} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
