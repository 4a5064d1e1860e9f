// Movements after which an agreement exists, side by side and unranked. One can be taken as made.

import { Heads, Table } from "../parts/table";
import type { Bridge, Move, Movement } from "../answers/answers";
import { entriesOf } from "../case/entries";
import { setsOf } from "../case/movement";
import type { Names } from "../case/names";
import { counted, firmnessText, numberText } from "../case/words";
import { PointsBar } from "../parts/bars";
import { OutcomeList, ToBuilder } from "../parts/outcome";
import { PartyName } from "../parts/party";
import { NotCounted } from "../parts/not-counted";
import type { ScreenProps } from "../parts/props";
import { BasisTag } from "../parts/tags";
import { Section, T } from "../parts/text";
import { Wait } from "../parts/wait";
import { ask, known } from "../state/asking";
import { bridgeQuestion } from "../state/questions";

function isSame(one: Movement, other: Movement | undefined): boolean {
  return other !== undefined && JSON.stringify(one.moves) === JSON.stringify(other.moves);
}

function Opened({ move, names }: { move: Move; names: Names }) {
  const entry = entriesOf(names.show).find((each) => each.entry === move.entry);
  return (
    <li>
      opened: <T>{names.entry(move.entry)}</T>
      <span class="note"> ({firmnessText(entry?.firmness ?? null)})</span> {entry && <BasisTag basis={entry.basis} />}
    </li>
  );
}

type CardProps = ScreenProps & {
  movement: Movement;
  at: number;
  most: Record<string, number>;
  common: string[];
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

function Switch({ movement, model, names, dispatch, at }: CardProps) {
  const sets = setsOf(movement, names.show);
  const isOn = isSame(movement, model.scenario.movement?.movement);
  if (sets === null && !isOn) {
    return (
      <p class="note">
        Cannot be tried on this page: the file gives a value as a draft or an order, and no single number stands for
        that.
      </p>
    );
  }
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        onChange={() => dispatch({ kind: "move", movement: isOn ? null : movement, sets: sets ?? {} })}
      />
      Take movement {at + 1} as made on this page
    </label>
  );
}

function MovementCard(props: CardProps) {
  const { movement, at, names, most } = props;
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
            <dd>
              <PointsBar points={movement.burden[party] ?? 0} most={most[party] ?? 0} place={names.partyAt(party)} />
              {movement.burden[party] === 0 ? "none" : counted(movement.burden[party] ?? 0, "point")}
            </dd>
          </div>
        ))}
      </dl>
      {openings.length > 0 && (
        <ul>
          {openings.map((move) => (
            <Opened move={move} names={names} />
          ))}
        </ul>
      )}
      <Opens {...props} />
      <Switch {...props} />
    </article>
  );
}

function mostBy(movements: Movement[]): Record<string, number> {
  const most: Record<string, number> = {};
  for (const { burden } of movements) {
    for (const [party, points] of Object.entries(burden)) {
      most[party] = Math.max(most[party] ?? 0, points);
    }
  }
  return most;
}

function commonTo(movements: Movement[]): string[] {
  const [first, ...rest] = movements;
  return first === undefined || rest.length === 0
    ? []
    : Object.keys(first.outcome).filter((issue) => rest.every((each) => each.outcome[issue] === first.outcome[issue]));
}

function Cards(props: ScreenProps & { movements: Movement[]; from: number }) {
  const { movements, from } = props;
  const most = mostBy(movements);
  const common = commonTo(movements);
  const shared =
    common.length > 0 ? Object.fromEntries(common.map((issue) => [issue, movements[0]?.outcome[issue] ?? ""])) : null;
  return (
    <>
      {shared && (
        <details>
          <summary>What all of these open alike ({counted(common.length, "point")})</summary>
          <OutcomeList outcome={shared} names={props.names} />
        </details>
      )}
      <div class="cards">
        {movements.map((movement, at) => (
          <MovementCard {...props} movement={movement} at={from + at} most={most} common={common} />
        ))}
      </div>
    </>
  );
}

function Alone({ bridge, names }: { bridge: Bridge; names: Names }) {
  const { smallest_largest: least } = bridge;
  return (
    <Section id="alone" title="By one party alone">
      <ul>
        {Object.entries(bridge.alone).map(([party, movement]) => (
          <li>
            <PartyName names={names} id={party} />:{" "}
            {movement === null
              ? "nothing it alone could bear is enough."
              : `${counted(movement.burden[party] ?? 0, "point")} of its own.`}
          </li>
        ))}
      </ul>
      {least && Object.keys(least.burden).length > 0 && (
        <p class="note">
          Looked at party by party, the largest number of points anyone bears can be kept at{" "}
          {numberText(Math.max(...Object.values(least.burden)))}, and not below; each in its own points, which do not
          compare.
        </p>
      )}
    </Section>
  );
}

function gainText(gains: Record<string, number | null>, names: Names): string {
  const known = Object.entries(gains).filter(([, gain]) => gain !== null);
  return known.length === 0
    ? "still nothing is acceptable to all"
    : `best gains then: ${known.map(([party, gain]) => `${names.party(party)} ${numberText(gain ?? 0)}`).join(", ")}`;
}

function Effects({ bridge, names }: { bridge: Bridge; names: Names }) {
  const rows = Object.entries(bridge.effects);
  const entries = entriesOf(names.show);
  const isOff = (address: string) => names.show.limits.some((limit) => limit.entry === address && !limit.on);
  if (rows.length === 0) {
    return null;
  }
  return (
    <Section
      id="effects"
      title="Effect of each limit"
      note="What would be there with one limit or rule left out. It shows what a limit does in this file; it is no advice to give it up."
    >
      <p class="note">
        As entered: {gainText(bridge.as_entered.best_gain, names).replace("still nothing", "nothing")}.
      </p>
      <Table label="Effect of each limit" head={<Heads texts={["Without", "Firmness", "there would be"]} />}>
        {rows.map(([address, effect]) => {
          const entry = entries.find((each) => each.entry === address);
          const isSameAsNow =
            JSON.stringify(effect.best_gain) === JSON.stringify(bridge.as_entered.best_gain) &&
            effect.smallest_gain === bridge.as_entered.smallest_gain;
          return (
            <tr>
              <td>
                <T>{names.entry(address)}</T> {entry && <BasisTag basis={entry.basis} />}
              </td>
              <td>{firmnessText(entry?.firmness ?? null)}</td>
              <td>
                <T>
                  {isOff(address)
                    ? "it is switched off in this file"
                    : isSameAsNow
                      ? "no difference by itself"
                      : gainText(effect.best_gain, names)}
                </T>
              </td>
            </tr>
          );
        })}
      </Table>
    </Section>
  );
}

function noMovementText(bridge: Bridge): string {
  if (bridge.verdict === "agreement") {
    return "Under these entries an agreement exists already: no movement is needed.";
  }
  return bridge.verdict === "contradiction"
    ? "What this file says of one party cannot all hold; until that is mended no movement can be told. The first screen names the entries and statements."
    : "No movement within these entries opens an agreement, as far as was searched.";
}

function Lists(props: ScreenProps & { bridge: Bridge }) {
  const { bridge } = props;
  const openings = bridge.openings.filter((movement) => !bridge.bridges.some((each) => isSame(each, movement)));
  if (bridge.bridges.length === 0 && openings.length === 0) {
    return <p>{noMovementText(bridge)}</p>;
  }
  return (
    <>
      <p>
        After each of these a combination is acceptable{" "}
        {bridge.question === "sure" ? "in every reading" : "in some reading"} to all who have to agree. Their order
        means nothing, points of different parties cannot be compared, and none of them is advice.
      </p>
      {bridge.bridges.length > 0 && <Cards {...props} movements={bridge.bridges} from={0} />}
      {openings.length > 0 && (
        <Section
          id="openings"
          title="Limits opened, and no points"
          note="What opening limits, red lines or rules alone would do."
        >
          <Cards {...props} movements={openings} from={bridge.bridges.length} />
        </Section>
      )}
      <p class="note">
        {bridge.complete && bridge.openings_complete
          ? "These are all least movements."
          : "The search was ended before all were found: there are more."}
      </p>
    </>
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
      <NotCounted model={model} names={names} />
      <Wait model={model} dispatch={dispatch} known={answer} what="movements" />
      {model.scenario.movement && (
        <Wait model={model} dispatch={dispatch} known={after} what="the answer after this movement" />
      )}
      {bridge && (
        <div class={answer.data ? "" : "stale"}>
          <Lists {...props} bridge={bridge} />
          {bridge.bridges.length > 0 && <Alone bridge={bridge} names={names} />}
          <Effects bridge={bridge} names={names} />
        </div>
      )}
    </>
  );
}
