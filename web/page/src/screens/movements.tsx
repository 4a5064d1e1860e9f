// Movements after which an agreement exists, side by side and unranked. One can be taken as made.

import { own } from "../case/own";
import type { Bridge, Exact, Move, Movement } from "../answers/answers";
import { listEndText } from "../case/bridge-text";
import { entriesOf } from "../case/entries";
import { isPositive, largest, nearestDouble, pointsText } from "../case/exact";
import { agreersText } from "../case/agreers";
import { acceptsText, bearsText, lessOf, madeOf } from "../case/movement";
import { namesFor, type Names } from "../case/names";
import { counted, firmnessText, listText, sentence } from "../case/words";
import { PointsBar } from "../parts/bars";
import { Alone, Effects } from "../parts/movement-effects";
import { OutcomeList, ToBuilder } from "../parts/outcome";
import { PartyName } from "../parts/party";
import { NotCounted } from "../parts/not-counted";
import type { ScreenProps } from "../parts/props";
import { EntryBasis } from "../parts/entry-basis";
import { Section, T } from "../parts/text";
import { Below, Wait } from "../parts/wait";
import { ask, hasReadings, known, type Known, showOf, showQuestion, withoutMovement } from "../state/asking";
import { bridgeQuestion } from "../state/questions";

function isSame(one: Movement, other: Movement | undefined): boolean {
  return other !== undefined && JSON.stringify(one.moves) === JSON.stringify(other.moves);
}

function Opened({ move, names, model }: { move: Move } & Pick<ScreenProps, "names" | "model">) {
  const entry = entriesOf(names.show).find((each) => each.entry === move.entry);
  return (
    <li>
      opened: <T>{names.entry(move.entry)}</T>
      <span class="note"> ({firmnessText(entry?.firmness ?? null)})</span>{" "}
      <EntryBasis address={move.entry} names={names} model={model} />
    </li>
  );
}

type CardProps = ScreenProps & {
  movement: Movement;
  at: number;
  most: Record<string, Exact>;
  common: string[];
  /// Of the case without a movement taken as made.
  plainNames: Names;
  /// Worked out for the case before the last change: none of it can be taken as made.
  isStale: boolean;
};

/// What this movement's outcome has beyond what all rows share.
function Opens({ movement, names, common, dispatch }: CardProps) {
  const own = Object.keys(movement.outcome).filter((issue) => !common.includes(issue));
  return (
    <details>
      <summary>What it opens</summary>
      <OutcomeList outcome={movement.outcome} names={names} only={own.length > 0 ? own : undefined} />
      <ToBuilder outcome={movement.outcome} dispatch={dispatch} />
    </details>
  );
}

function Switch({ movement, model, plainNames, dispatch, at, isStale }: CardProps) {
  const isOn = isSame(movement, model.scenario.movement?.movement);
  const made = madeOf(movement, plainNames);
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          disabled={isStale}
          onChange={() => dispatch({ kind: "move", made: isOn ? null : made })}
        />
        Take movement {at + 1} as made on this page
      </label>
      {Object.keys(made.less).map((party) => (
        <p class="note">
          <T>{sentence(bearsText(party, made, plainNames))}</T>.
        </p>
      ))}
    </>
  );
}

function Burden({ points, most, place }: { points: Exact; most: Exact; place: number }) {
  return (
    <dd>
      <PointsBar points={nearestDouble(points)} most={nearestDouble(most)} place={place} />
      {isPositive(points) ? pointsText(points) : "none"}
    </dd>
  );
}

function MovementCard(props: CardProps) {
  const { movement, at, names, model, most } = props;
  const openings = movement.moves.filter((move) => move.opened);
  const parties = Object.keys(movement.burden);
  return (
    <article class="card movement" aria-label={`Movement ${at + 1}`}>
      <h3>Movement {at + 1}</h3>
      <dl class="burdens">
        {parties.map((party) => (
          <div>
            <dt>
              <PartyName names={names} id={party} />
            </dt>
            <Burden
              points={own(movement.burden, party) ?? 0}
              most={own(most, party) ?? 0}
              place={names.partyAt(party)}
            />
          </div>
        ))}
      </dl>
      {openings.length > 0 && (
        <ul>
          {openings.map((move) => (
            <Opened move={move} names={names} model={model} />
          ))}
        </ul>
      )}
      <Opens {...props} />
      <Switch {...props} />
    </article>
  );
}

function mostBy(movements: Movement[]): Record<string, Exact> {
  const most = new Map<string, Exact>();
  for (const { burden } of movements) {
    for (const [party, points] of Object.entries(burden)) {
      most.set(party, largest([most.get(party) ?? 0, points]));
    }
  }
  return Object.fromEntries(most);
}

function commonTo(movements: Movement[]): string[] {
  const [first, ...rest] = movements;
  return first === undefined || rest.length === 0
    ? []
    : Object.keys(first.outcome).filter((issue) => rest.every((each) => each.outcome[issue] === first.outcome[issue]));
}

type ListProps = ScreenProps & { isStale: boolean };

function Cards(props: ListProps & { movements: Movement[]; from: number }) {
  const { movements, from } = props;
  const most = mostBy(movements);
  const common = commonTo(movements);
  const shared = {
    plainNames: namesFor(showOf(withoutMovement(props.model))),
  };
  const alike =
    common.length > 0 ? Object.fromEntries(common.map((issue) => [issue, movements[0]?.outcome[issue] ?? ""])) : null;
  return (
    <>
      {alike && (
        <details>
          <summary>What all of these open alike: {counted(common.length, "issue")}</summary>
          <OutcomeList outcome={alike} names={props.names} />
        </details>
      )}
      <div class="cards">
        {movements.map((movement, at) => (
          <MovementCard {...props} movement={movement} at={from + at} most={most} common={common} {...shared} />
        ))}
      </div>
    </>
  );
}

/// Nothing where the case has one reading alone.
function readingOf({ question }: Bridge, model: ScreenProps["model"]): string {
  return !hasReadings(model) ? "" : question === "sure" ? "in every reading " : "in some reading ";
}

function noMovementText(bridge: Bridge): string {
  if (bridge.verdict === "agreement") {
    return Object.keys(lessOf(bridge)).length > 0
      ? "With the movement that this file supposes an agreement exists already: no further one is needed."
      : "Under these entries an agreement exists already: no movement is needed.";
  }
  return bridge.verdict === "contradiction"
    ? "What this file says of one party cannot all hold; until that is mended no movement can be told. The first screen names the entries and statements."
    : bridge.complete && bridge.openings_complete
      ? "No movement opens an agreement under these entries."
      : "No movement that opens an agreement was found; the search was ended before it was decided whether there is one.";
}

function Lists(props: ListProps & { bridge: Bridge }) {
  const { bridge, names, model } = props;
  const openings = bridge.openings.filter((movement) => !bridge.bridges.some((each) => isSame(each, movement)));
  if (bridge.bridges.length === 0 && openings.length === 0) {
    return <p>{noMovementText(bridge)}</p>;
  }
  return (
    <>
      <p>
        After each of these a combination is acceptable {readingOf(bridge, model)}to <T>{agreersText(names.show)}</T>.
        Their order means nothing, points of different parties cannot be compared, and none of them is advice. A full
        bar is the most that this one party bears in any of them, so bars of different parties do not compare either.
      </p>
      {bridge.bridges.length > 0 && (
        <Section id="found" title="With points, limits or both">
          <Cards {...props} movements={bridge.bridges} from={0} />
        </Section>
      )}
      {openings.length > 0 && (
        <Section
          id="openings"
          title="Limits opened, and no points"
          note="What opening limits, red lines or rules alone would do."
        >
          <Cards {...props} movements={openings} from={bridge.bridges.length} />
        </Section>
      )}
      <p class="note">{listEndText([bridge.list_end, bridge.openings_end])}</p>
    </>
  );
}

/// A movement is taken as made only where it was worked out for the case as it is now, and that is read.
function isStale(model: ScreenProps["model"], answer: Known<Bridge>): boolean {
  return answer.data === null || known<unknown>(model, showQuestion(withoutMovement(model))).data === null;
}

/// What is listed comes on top of a movement that the file supposes itself.
function OnTop({ model }: Pick<ScreenProps, "model">) {
  const names = namesFor(showOf(withoutMovement(model)));
  const less = lessOf(names.show);
  const each = Object.keys(less).map((party) => acceptsText(party, less, names));
  return each.length === 0 ? null : (
    <p class="note">
      This file supposes already: <T>{each.join("; ")}</T>. What is listed here comes on top of that.
    </p>
  );
}

export function MovementsScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Bridge>(model, bridgeQuestion(model));
  const after = known<unknown>(model, ask(model, "check"));
  const bridge = answer.latest;
  return (
    <>
      <p class="note">
        A movement is that a party accepts so many of its own points less than it has without agreement, or is
        compensated by them, or that a limit or rule is opened. What anybody has without agreement stays as it is.
      </p>
      {bridge && !bridge.norms_entered && (
        <p class="note">
          No norms are entered, so nothing here is measured against law or human rights; movements may break them.
        </p>
      )}
      <OnTop model={model} />
      <NotCounted model={model} names={names} />
      <Wait model={model} dispatch={dispatch} known={answer} what="movements" />
      {model.scenario.movement && (
        <Wait model={model} dispatch={dispatch} known={after} what="the answer after this movement" hasOlder={false} />
      )}
      {bridge && (
        <Below known={answer}>
          {bridge.or_more.length > 0 && (
            <p class="note">
              What binds of <T>{listText(bridge.or_more.map(names.party))}</T> excludes equality: where that is what
              stops it, the points shown are a limit, and it would have to accept less by more than that, however little
              more.
            </p>
          )}
          <Lists {...props} bridge={bridge} isStale={isStale(model, answer)} />
          <Alone bridge={bridge} names={names} />
          <Effects bridge={bridge} names={names} model={model} />
        </Below>
      )}
    </>
  );
}
