// Efficient outcomes: none of them can be better for one party without being worse for another.

import { own } from "../case/own";
import type { EfficientOutcome, Frontier } from "../answers/answers";
import { columnsFor, completeText, insideOf, spread } from "../case/efficient";
import { agreersText } from "../case/agreers";
import { countText, numberText } from "../case/words";
import { BrushSliders } from "../parts/brush-sliders";
import { brushed, PartyHeads, UnseenHead, type Part } from "../parts/frontier-part";
import { NotCounted } from "../parts/not-counted";
import { OutcomeList, ToBuilder } from "../parts/outcome";
import { OutcomePlot } from "../parts/outcome-plot";
import { Parallel, steps } from "../parts/parallel";
import type { ScreenProps } from "../parts/props";
import { Solutions } from "../parts/solutions";
import { Heads, Table } from "../parts/table";
import { Section, T } from "../parts/text";
import { Below, Wait } from "../parts/wait";
import { known } from "../state/asking";
import { frontierQuestion } from "../state/questions";

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
        <td class="num">{numberText(own(outcome.gains, party) ?? 0)}</td>
      ))}
      <td class="num">{outcome.alike === null ? "many" : (outcome.alike ?? 1)}</td>
      <td>
        <button type="button" class="small" onClick={read}>
          Read
        </button>
      </td>
    </tr>
  );
}

function OutcomeTable({ part, inside }: { part: Part; inside: Uint8Array }) {
  const head = (
    <>
      <PartyHeads part={part} />
      <Heads texts={["outcomes alike"]} numbers={[0]} />
      <UnseenHead text="Read" />
    </>
  );
  return (
    <Table label="Efficient outcomes and their gains" head={head}>
      {spread(inside, rowsShown).map((at) => (
        <OutcomeRow part={part} at={at} />
      ))}
    </Table>
  );
}

function countInside(inside: Uint8Array): number {
  return inside.reduce((sum, each) => sum + each, 0);
}

function Summary({ part, shown }: { part: Part; shown: number }) {
  const { frontier, columns, names } = part;
  const central = "Values are those of the central reading: the middle of every range. ";
  return (
    <p>
      <T>{completeText(frontier, names)}</T> {frontier.reading === "central" && central}
      {shown < columns.count && `${countText(shown)} of them lie inside the filter. `}Gains are over what a party has
      without agreement, each in its own points.
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
        brush={model.views.brush}
        onBrush={(party, range) => brushed(part, { [party]: range })}
      />
      <p class="note print-no">
        Drag along an axis to filter by that party’s gain; press the axis to take the filter away.
      </p>
      {step > 1 && <p class="note">One outcome in {step} is drawn here.</p>}
    </Section>
  );
}

function NoOutcome({ frontier, names }: Pick<Part, "frontier" | "names">) {
  const what =
    frontier.among === "zone"
      ? `is acceptable to ${agreersText(names.show)}`
      : "breaks no rule, norm, red line or limit";
  return (
    <p>
      No outcome <T>{what}</T> in the {frontier.reading === "single" ? "entered numbers" : "central reading"}.
    </p>
  );
}

const solutionsNote =
  "None is recommended, and none is marked until you choose it. Numbers are gains over no agreement, each in the party’s own points.";

function Body(part: Part) {
  const { frontier, columns, model } = part;
  const inside = insideOf(columns, model.views.brush);
  const shown = countInside(inside);
  if (columns.count === 0) {
    return <NoOutcome frontier={frontier} names={part.names} />;
  }
  return (
    <>
      <Summary part={part} shown={shown} />
      <OutcomePlot part={part} inside={inside} />
      {columns.parties.length > 2 && <AllParties part={part} inside={inside} />}
      <BrushSliders part={part} />
      <Picked part={part} />
      <Section id="solutions" title="What rules of bargaining theory pick" note={solutionsNote}>
        <Solutions part={part} />
      </Section>
      <Section
        id="outcomes"
        title="Outcomes"
        note={`${shown > rowsShown ? `${rowsShown} of the ${countText(shown)} inside the filter, spread evenly over the list` : "All inside the filter"}, with gains over no agreement.`}
      >
        <OutcomeTable part={part} inside={inside} />
      </Section>
    </>
  );
}

function AmongChoice({ model, names, dispatch }: ScreenProps) {
  const choices: ["feasible" | "zone", string][] = [
    ["feasible", "all that limits and rules allow"],
    ["zone", `only those acceptable to ${agreersText(names.show)}`],
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
          <T>{text}</T>
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
        <Below known={answer}>
          <Body {...props} frontier={frontier} columns={columnsFor(frontier)} />
        </Below>
      )}
    </>
  );
}
