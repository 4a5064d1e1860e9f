// All entries on issues: a row for each weight and option, a column for each party.

import type { Issue, PartyOnIssue } from "../answers/answers";
import { basisOf } from "../case/entry-at";
import type { ListedEntry } from "../case/entries";
import type { Names } from "../case/names";
import { counted, rangeText } from "../case/words";
import { enteredShow } from "../state/asking";
import { PartyName } from "./party";
import type { ScreenProps } from "./props";
import { OptionText } from "./option";
import { Scroll } from "./table";
import { T } from "./text";

interface Row {
  key: string;
  name: string;
  option: string | number | null;
  at: (on: PartyOnIssue) => string | undefined;
}

/// Rows that at least one party has an entry in.
export function rowsOf(issue: Issue, names: Names): Row[] {
  const rows: Row[] = [
    { key: "weight", name: "how much it matters", option: null, at: (on) => on.weight?.entry },
    { key: "order", name: "order of options", option: null, at: (on) => on.order?.entry },
    ...["ideal", "acceptable", "tolerable", "bad", "redline"].map((word): Row => ({
      key: `curve-${word}`,
      name: word === "redline" ? "red line" : `${word} at`,
      option: null,
      at: (on) => on.curve?.[word]?.entry,
    })),
    ...issue.options.map((option): Row => ({
      key: `option-${option.id}`,
      name: names.option(issue.id, option.id),
      option: option.id,
      at: (on) => (on.scores?.[String(option.id)] ?? on.stances?.[String(option.id)])?.entry,
    })),
  ];
  return rows.filter((row) => Object.values(issue.parties).some((on) => row.at(on) !== undefined));
}

type CellProps = Omit<ScreenProps, "names"> & {
  entry: ListedEntry | undefined;
  label: string;
  names: Names;
};

/// The numbers a word stands for in this case; nothing where the entry is a number itself.
function rangeOf(entry: ListedEntry, names: Names): string | null {
  const { stances, weights } = names.show.words;
  const words = entry.kind === "weight" ? weights : entry.kind === "stance" ? stances : {};
  const range = typeof entry.value === "string" ? words[entry.value] : undefined;
  return range === undefined ? null : rangeText(range);
}

/// Who said what stands under it.
function underText(entry: ListedEntry, names: Names): string {
  const count = entry.statements.length;
  return count === 0
    ? "no statement under it"
    : `${counted(count, "statement")} under it: ${entry.statements.map(names.statement).join("; ")}`;
}

export function Cell({ entry, label, names, model, dispatch }: CellProps) {
  if (entry === undefined) {
    return <td class="empty">–</td>;
  }
  const { views } = model;
  const isChanged = basisOf(entry.entry, names.show, enteredShow(model), model.scenario) === "supposed";
  const isFaint = views.matrixBasis !== "" && entry.basis !== views.matrixBasis;
  const isOpen = views.editing === entry.entry;
  const basis = isChanged ? "supposed here" : entry.basis;
  const text = names.says(entry);
  const range = rangeOf(entry, names);
  return (
    <td>
      <button
        type="button"
        class={`cell ${entry.basis} ${isChanged ? "changed" : ""} ${isFaint ? "faint" : ""}`}
        aria-expanded={isOpen}
        data-entry={entry.entry}
        title={underText(entry, names)}
        onClick={() => dispatch({ kind: "view", views: { editing: isOpen ? null : entry.entry } })}
      >
        <span class="unseen">
          <T>{label}</T>:{" "}
        </span>
        <T>{text}</T>
        {range !== null && <span class="cell-range"> {range}</span>}
        <span class="cell-basis">
          {basis}
          {entry.statements.length > 0 && `, ${counted(entry.statements.length, "statement")}`}
        </span>
      </button>
    </td>
  );
}

interface GridProps extends ScreenProps {
  entries: Map<string, ListedEntry>;
}

function IssueRows({ issue, parties, ...props }: GridProps & { issue: Issue; parties: string[] }) {
  const { names, entries, model, dispatch } = props;
  return (
    <tbody>
      <tr class="issue-row">
        <th scope="rowgroup" colSpan={parties.length + 1}>
          <T>{issue.title}</T>
        </th>
      </tr>
      {rowsOf(issue, names).map((row) => (
        <tr key={row.key}>
          <th scope="row" class="row-head">
            {row.option === null ? (
              <T>{row.name}</T>
            ) : (
              <OptionText issue={issue.id} option={row.option} names={names} />
            )}
          </th>
          {parties.map((party) => {
            const on = issue.parties[party];
            const address = on && row.at(on);
            return (
              <Cell
                entry={address === undefined ? undefined : entries.get(address)}
                label={`${names.party(party)}, ${issue.title}, ${row.name}`}
                names={names}
                model={model}
                dispatch={dispatch}
              />
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

export function MatrixGrid(props: GridProps) {
  const { names, model } = props;
  const concerned = names.show.parties
    .map((party) => party.id)
    .filter((id) => names.show.issues.some((issue) => issue.parties[id] !== undefined));
  const parties = concerned.filter((id) => model.views.matrixParty === "" || id === model.views.matrixParty);
  return (
    <Scroll label="Entries on all points" look="matrix-scroll">
      <table class="matrix" aria-label="Entries on all points">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">Point and option</span>
            </th>
            {parties.map((party) => (
              <th scope="col">
                <PartyName names={names} id={party} />
              </th>
            ))}
          </tr>
        </thead>
        {names.show.issues.map((issue) => (
          <IssueRows {...props} issue={issue} parties={parties} />
        ))}
      </table>
    </Scroll>
  );
}
