// Two parties' gains as a picture, with drafts and the solutions that the reader has marked.

import { own } from "../case/own";
import type { DraftScore } from "../answers/answers";
import { solutionNames, solutionsOf } from "../case/efficient";
import { ends, listText } from "../case/words";
import { ask, known } from "../state/asking";
import { brushed, type Part } from "./frontier-part";
import { Scatter, type Mark } from "./scatter";
import { T } from "./text";
import { Wait } from "./wait";

function axesOf({ model, columns }: Pick<Part, "model" | "columns">): [string, string] {
  const [first = "", second = first] = columns.parties;
  const chosen = model.views.axes;
  return chosen && columns.parties.includes(chosen[0]) && columns.parties.includes(chosen[1])
    ? chosen
    : [first, second];
}

function scoreOf(model: Part["model"]) {
  return known<{ drafts?: DraftScore[] } & DraftScore>(model, ask(model, "score"));
}

/// None while they are worked out anew: a mark of the case before would stand in a picture of this one.
function scoresOf(model: Part["model"]): DraftScore[] {
  const answer = scoreOf(model).data;
  return answer === null ? [] : (answer.drafts ?? [answer]);
}

/// A text of which nothing is known would only be a box around everything.
function isPartlySettled(id: string, names: Part["names"]): boolean {
  const content = names.show.drafts.find((draft) => draft.id === id)?.content ?? {};
  return Object.values(content).some((value) => value !== null);
}

function draftMarks({ model, names }: Part, [x, y]: [string, string]): Mark[] {
  return scoresOf(model).flatMap((draft): Mark[] => {
    const across = own(draft.parties, x)?.surplus;
    const up = own(draft.parties, y)?.surplus;
    const isDrawn =
      isPartlySettled(draft.draft, names) && across !== undefined && across !== null && up !== undefined && up !== null;
    return isDrawn ? [{ x: ends(across), y: ends(up), name: names.draft(draft.draft), shape: "draft" }] : [];
  });
}

/// Rules that pick the same place share its mark.
function solutionMarks({ model, frontier }: Part, [x, y]: [string, string]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const [name, solution] of solutionsOf(frontier)) {
    if (!model.views.markedSolutions.includes(name)) {
      continue;
    }
    const across = own(solution.gains, x) ?? 0;
    const up = own(solution.gains, y) ?? 0;
    const known = marks.get(`${across} ${up}`);
    const label = solutionNames[name] ?? name;
    marks.set(`${across} ${up}`, {
      x: [across, across],
      y: [up, up],
      name: known ? `${known.name}; ${label}` : label,
      shape: "solution",
    });
  }
  return [...marks.values()];
}

function AxisChoice({ part, at }: { part: Part; at: 0 | 1 }) {
  const axes = axesOf(part);
  const choose = (event: Event) => {
    const next: [string, string] = [...axes];
    next[at] = (event.currentTarget as HTMLSelectElement).value;
    part.dispatch({ kind: "view", views: { axes: next } });
  };
  return (
    <label>
      {at === 0 ? "Across" : "Up"}
      <select value={axes[at]} onChange={choose}>
        {part.columns.parties.map((party) => (
          <option value={party}>{part.names.party(party)}</option>
        ))}
      </select>
    </label>
  );
}

function Legend({ part, marks }: { part: Part; marks: Mark[] }) {
  const undrawn = scoresOf(part.model)
    .filter((draft) => !isPartlySettled(draft.draft, part.names))
    .map((draft) => part.names.draft(draft.draft));
  const has = (shape: Mark["shape"]) => marks.some((mark) => mark.shape === shape);
  return (
    <p class="note">
      <span class="print-no">Drag over the picture to filter, press a dot to read it. </span>Dots are outcomes
      {has("draft") && ", squares drafts"}
      {has("solution") && ", ringed circles the solutions marked below"}.
      {has("draft") &&
        " A dashed box is how far ranges and open issues leave a draft open; its square stands in the middle."}
      {undrawn.length > 0 && (
        <>
          {" "}
          Not drawn, as nothing of their content is known: <T>{listText(undrawn)}</T>.
        </>
      )}
    </p>
  );
}

export function OutcomePlot({ part, inside }: { part: Part; inside: Uint8Array }) {
  const { model, names, columns, dispatch } = part;
  const axes = axesOf(part);
  const marks = [...draftMarks(part, axes), ...solutionMarks(part, axes)];
  return (
    <>
      <div class="tools">
        <AxisChoice part={part} at={0} />
        <AxisChoice part={part} at={1} />
      </div>
      <Scatter
        xs={own(columns.gains, axes[0]) ?? new Float64Array()}
        ys={own(columns.gains, axes[1]) ?? new Float64Array()}
        inside={(at) => inside[at] === 1}
        marks={marks}
        xName={names.party(axes[0])}
        yName={names.party(axes[1])}
        picked={model.views.pickedOutcome}
        onPick={(at) => dispatch({ kind: "view", views: { pickedOutcome: at } })}
        onBrush={(x, y) => brushed(part, axes[0] === axes[1] ? { [axes[0]]: x } : { [axes[0]]: x, [axes[1]]: y })}
      />
      {names.show.drafts.length > 0 && (
        <Wait model={model} dispatch={dispatch} known={scoreOf(model)} what="where drafts lie" hasOlder={false} />
      )}
      <Legend part={part} marks={marks} />
    </>
  );
}
