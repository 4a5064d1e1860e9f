// Efficient outcomes: none of them can be better for one party without being worse for another.

import { Heads, Table } from "../parts/table";
import type { DraftScore, EfficientOutcome, Frontier, Solution } from "../answers/answers";
import { columnsFor, endsOf, insideOf, solutionNames, solutionsOf, type Brush, type Columns } from "../case/efficient";
import { countText, ends, listText, numberText, rangeText } from "../case/words";
import { OutcomeList, ToBuilder } from "../parts/outcome";
import { Parallel, steps } from "../parts/parallel";
import { PartyName } from "../parts/party";
import { NotCounted } from "../parts/not-counted";
import type { ScreenProps } from "../parts/props";
import { Scatter, type Mark } from "../parts/scatter";
import { Section, T } from "../parts/text";
import { Wait } from "../parts/wait";
import { ask, known } from "../state/asking";
import { frontierQuestion } from "../state/questions";

type Part = ScreenProps & { frontier: Frontier; columns: Columns };

function axesOf({ model, columns }: Pick<Part, "model" | "columns">): [string, string] {
  const [first = "", second = first] = columns.parties;
  const chosen = model.views.axes;
  return chosen && columns.parties.includes(chosen[0]) && columns.parties.includes(chosen[1])
    ? chosen
    : [first, second];
}

function scoresOf(model: ScreenProps["model"]): DraftScore[] {
  const answer = known<{ drafts?: DraftScore[] } & DraftScore>(model, ask(model, "score")).latest;
  return answer === null ? [] : (answer.drafts ?? [answer]);
}

/// A text of which nothing is known would only be a box around everything.
function isPartlySettled(id: string, names: Part["names"]): boolean {
  const content = names.show.drafts.find((draft) => draft.id === id)?.content ?? {};
  return Object.values(content).some((value) => value !== null);
}

function draftMarks({ model, names }: Part, [x, y]: [string, string]): Mark[] {
  return scoresOf(model).flatMap((draft): Mark[] => {
    const across = draft.parties[x]?.surplus;
    const up = draft.parties[y]?.surplus;
    const isDrawn =
      isPartlySettled(draft.draft, names) && across !== undefined && across !== null && up !== undefined && up !== null;
    return isDrawn ? [{ x: ends(across), y: ends(up), name: names.draft(draft.draft), shape: "draft" }] : [];
  });
}

function solutionMarks({ model, frontier }: Part, [x, y]: [string, string]): Mark[] {
  return solutionsOf(frontier)
    .filter(([name]) => model.views.markedSolutions.includes(name))
    .map(([name, solution]): Mark => {
      const across = solution.gains[x] ?? 0;
      const up = solution.gains[y] ?? 0;
      return { x: [across, across], y: [up, up], name: solutionNames[name] ?? name, shape: "solution" };
    });
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

/// The brush by keyboard: the least gain of each party.
function BrushSliders({ part }: { part: Part }) {
  const { model, columns, names, dispatch } = part;
  const set = (brush: Brush) => dispatch({ kind: "view", views: { brush, pickedOutcome: null } });
  return (
    <fieldset class="brushes">
      <legend>Show only outcomes with a gain of at least</legend>
      {columns.parties.map((party) => {
        const [low, high] = endsOf(columns.gains[party]);
        const now = model.views.brush[party] ?? [low, high];
        const move = (event: Event) =>
          set({
            ...model.views.brush,
            [party]: [Number((event.currentTarget as HTMLInputElement).value), now[1]],
          });
        return (
          <label>
            <PartyName names={names} id={party} />
            <input
              type="range"
              min={low}
              max={high}
              step="any"
              value={now[0]}
              aria-label={`Least gain of ${names.party(party)}`}
              aria-valuetext={numberText(now[0])}
              onInput={move}
            />
            <output>
              {numberText(now[0])}
              {now[1] < high && ` to ${numberText(now[1])}`}
            </output>
          </label>
        );
      })}
      <button
        type="button"
        class="small"
        disabled={Object.keys(model.views.brush).length === 0}
        onClick={() => set({})}
      >
        Show all
      </button>
    </fieldset>
  );
}

function Plot({ part, inside }: { part: Part; inside: Uint8Array }) {
  const { model, names, columns, dispatch } = part;
  const axes = axesOf(part);
  const marks = [...draftMarks(part, axes), ...solutionMarks(part, axes)];
  const undrawn = scoresOf(model)
    .filter((draft) => !isPartlySettled(draft.draft, names))
    .map((draft) => names.draft(draft.draft));
  const brush = (x: [number, number] | null, y: [number, number] | null) => {
    const next = {
      ...model.views.brush,
      ...(x ? { [axes[0]]: x } : {}),
      ...(y && axes[1] !== axes[0] ? { [axes[1]]: y } : {}),
    };
    dispatch({ kind: "view", views: { brush: next, pickedOutcome: null } });
  };
  return (
    <>
      <div class="tools">
        <AxisChoice part={part} at={0} />
        <AxisChoice part={part} at={1} />
      </div>
      <Scatter
        xs={columns.gains[axes[0]] ?? new Float64Array()}
        ys={columns.gains[axes[1]] ?? new Float64Array()}
        inside={(at) => inside[at] === 1}
        marks={marks}
        xName={names.party(axes[0])}
        yName={names.party(axes[1])}
        picked={model.views.pickedOutcome}
        onPick={(at) => dispatch({ kind: "view", views: { pickedOutcome: at } })}
        onBrush={brush}
      />
      <p class="note">
        Drag over the picture to filter, click a point to read it. Squares are drafts
        {marks.some((mark) => mark.shape === "solution") && ", circles the solutions chosen below"}; a dashed box is how
        far ranges and open points leave a draft open, the mark its middle.
        {undrawn.length > 0 && (
          <>
            {" "}
            Not drawn, as nothing of their content is known: <T>{listText(undrawn)}</T>.
          </>
        )}
      </p>
    </>
  );
}

function SolutionRow({ part, name, solution }: { part: Part; name: string; solution: Solution }) {
  const { model, dispatch, columns } = part;
  const marked = model.views.markedSolutions;
  const isMarked = marked.includes(name);
  const next = isMarked ? marked.filter((each) => each !== name) : [...marked, name];
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Mark ${solutionNames[name]} in the picture`}
          checked={isMarked}
          onChange={() => dispatch({ kind: "view", views: { markedSolutions: next } })}
        />
      </td>
      <td class="rule-name">
        <b>{solutionNames[name]}</b>{" "}
        <span class="note">
          ({solution.source}): {solution.definition}.{solution.proved !== "optimal" && " Not proved to be the best."}
        </span>
        {solution.warning && <span class="note"> Note: {solution.warning}.</span>}
      </td>
      {columns.parties.map((party) => (
        <td class="num">
          {numberText(solution.gains[party] ?? 0)}
          {solution.gain_ranges?.[party] !== undefined && (
            <span class="note block">{rangeText(solution.gain_ranges[party])}</span>
          )}
        </td>
      ))}
      <td>
        <ToBuilder outcome={solution.outcome} dispatch={dispatch} isSmall />
      </td>
    </tr>
  );
}

function PartyHeads({ part }: { part: Part }) {
  return (
    <>
      {part.columns.parties.map((party) => (
        <th scope="col" class="num">
          <PartyName names={part.names} id={party} />
        </th>
      ))}
    </>
  );
}

function UnseenHead({ text }: { text: string }) {
  return (
    <th scope="col">
      <span class="unseen">{text}</span>
    </th>
  );
}

function Solutions({ part }: { part: Part }) {
  const solutions = solutionsOf(part.frontier);
  if (solutions.length === 0) {
    const where = part.frontier.reading === "single" ? "entered numbers" : "central reading";
    return <p>No outcome is acceptable to all who count in the {where}, so no rule of bargaining theory picks one.</p>;
  }
  const head = (
    <>
      <Heads texts={["Mark", "Rule, what it asks for"]} />
      <PartyHeads part={part} />
      <UnseenHead text="Open" />
    </>
  );
  return (
    <Table label="Solutions" head={head}>
      {solutions.map(([name, solution]) => (
        <SolutionRow part={part} name={name} solution={solution} />
      ))}
    </Table>
  );
}

function Picked({ part }: { part: Part }) {
  const { model, frontier, names, dispatch } = part;
  const outcome = model.views.pickedOutcome === null ? undefined : frontier.outcomes[model.views.pickedOutcome];
  return outcome === undefined ? null : (
    <div class="card" aria-live="polite">
      <h3>The outcome you picked</h3>
      <OutcomeList outcome={outcome.outcome} names={names} />
      <ToBuilder outcome={outcome.outcome} dispatch={dispatch} />
    </div>
  );
}

const rowsShown = 40;

function OutcomeRow({ part, at }: { part: Part; at: number }) {
  const outcome = part.frontier.outcomes[at] as EfficientOutcome;
  const read = () => part.dispatch({ kind: "view", views: { pickedOutcome: at } });
  return (
    <tr class={part.model.views.pickedOutcome === at ? "picked" : ""}>
      {part.columns.parties.map((party) => (
        <td class="num">{numberText(outcome.gains[party] ?? 0)}</td>
      ))}
      <td class="num">{outcome.alike ?? 1}</td>
      <td>
        <button type="button" class="small" onClick={read}>
          Read
        </button>
      </td>
    </tr>
  );
}

function OutcomeTable({ part, inside }: { part: Part; inside: Uint8Array }) {
  const shown: number[] = [];
  for (let at = 0; at < part.columns.count && shown.length < rowsShown; ++at) {
    if (inside[at] === 1) {
      shown.push(at);
    }
  }
  const head = (
    <>
      <PartyHeads part={part} />
      <Heads texts={["outcomes alike"]} numbers={[0]} />
      <UnseenHead text="Read" />
    </>
  );
  return (
    <Table label="Outcomes" head={head}>
      {shown.map((at) => (
        <OutcomeRow part={part} at={at} />
      ))}
    </Table>
  );
}

function countInside(inside: Uint8Array): number {
  return inside.reduce((sum, each) => sum + each, 0);
}

function Summary({ frontier, shown }: { frontier: Frontier; shown: number }) {
  const list =
    ", a list with a stated guarantee: for each one missing, one of the list is nearly as good for everybody";
  const central = "; values are those of the central reading (the middle of every range)";
  return (
    <p>
      {countText(frontier.count)} efficient outcomes{frontier.complete ? "" : list}
      {frontier.reading === "central" && central}. {countText(shown)} shown. Gains are over what a party has without
      agreement, each in its own points.
    </p>
  );
}

function AllParties({ part, inside }: { part: Part; inside: Uint8Array }) {
  const { columns, names, model } = part;
  const step = steps(columns.count);
  return (
    <Section id="parallel" title="All parties">
      <Parallel
        columns={columns}
        inside={inside}
        names={columns.parties.map((party) => names.party(party))}
        picked={model.views.pickedOutcome}
      />
      {step > 1 && <p class="note">One outcome in {step} is drawn here.</p>}
    </Section>
  );
}

function NoOutcome({ frontier }: { frontier: Frontier }) {
  const what =
    frontier.among === "zone" ? "is acceptable to all who have to agree" : "breaks no rule, norm, red line or limit";
  return (
    <p>
      No outcome {what} in the {frontier.reading === "single" ? "entered numbers" : "central reading"}.
    </p>
  );
}

const solutionsNote =
  "None is recommended, and none is marked until you choose it. Numbers are gains over no agreement, each in the party’s own points.";

function Body(part: Part) {
  const { frontier, columns, model } = part;
  const inside = insideOf(columns, model.views.brush);
  if (columns.count === 0) {
    return <NoOutcome frontier={frontier} />;
  }
  return (
    <>
      <Summary frontier={frontier} shown={countInside(inside)} />
      <Plot part={part} inside={inside} />
      {columns.parties.length > 2 && <AllParties part={part} inside={inside} />}
      <BrushSliders part={part} />
      <Picked part={part} />
      <Section id="solutions" title="What rules of bargaining theory pick" note={solutionsNote}>
        <Solutions part={part} />
      </Section>
      <Section
        id="outcomes"
        title="Outcomes"
        note={`The first ${rowsShown} of those shown, with gains over no agreement.`}
      >
        <OutcomeTable part={part} inside={inside} />
      </Section>
    </>
  );
}

function AmongChoice({ model, dispatch }: ScreenProps) {
  const choices: ["feasible" | "zone", string][] = [
    ["feasible", "all that limits and rules allow"],
    ["zone", "only those acceptable to all who have to agree"],
  ];
  return (
    <fieldset class="choices tools">
      <legend class="unseen">Which outcomes</legend>
      {choices.map(([among, text]) => (
        <label class={model.views.among === among ? "chosen" : ""}>
          <input
            type="radio"
            name="among"
            checked={model.views.among === among}
            onChange={() => dispatch({ kind: "view", views: { among, brush: {}, pickedOutcome: null } })}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

export function FrontierScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Frontier>(model, frontierQuestion(model));
  const frontier = answer.latest;
  return (
    <>
      <p class="note">
        An outcome is efficient if none is better for one party and worse for nobody. Being efficient says nothing about
        being fair, nor that anybody accepts it.
      </p>
      <AmongChoice {...props} />
      <NotCounted model={model} names={names} />
      <Wait model={model} dispatch={dispatch} known={answer} what="efficient outcomes" />
      {frontier && (
        <div class={answer.data ? "" : "stale"}>
          <Body {...props} frontier={frontier} columns={columnsFor(frontier)} />
        </div>
      )}
    </>
  );
}
