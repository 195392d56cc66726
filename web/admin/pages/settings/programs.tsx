import { Stack } from "@mantine/core";
import { useMutation, useQuery } from "urql";
import { Loaded, Waiting } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { AddName } from "./add-name";
import { ItemList } from "./item-list";
import { NameRow } from "./name-row";
import { refusalOf } from "./outcome";
import {
  createProgramMutation,
  programsQuery,
  updateProgramMutation,
} from "./settings-queries";

/** What clients can be enrolled in. Programs stay: clients may be in them. */
export function Programs(props: { may: boolean }) {
  const [result, ask] = useQuery({ query: programsQuery });
  const [, create] = useMutation(createProgramMutation);
  const [, update] = useMutation(updateProgramMutation);

  async function add(name: string) {
    const { data, error } = await create({ input: { name } });
    const refusal = refusalOf({ ...data?.createProgram, error });
    if (!refusal) {
      notifyDone(`${data?.createProgram.program?.name} was added.`);
    }
    return refusal;
  }
  async function rename(id: string, name: string, before?: string) {
    const { data, error } = await update({ input: { id, name } });
    const refusal = refusalOf({ ...data?.updateProgram, error });
    if (!refusal && before) {
      const back = async () => {
        const problem = await rename(id, before);
        if (problem) notifyRefused(problem);
      };
      notifyDone(`${before} has a new name.`, () => void back());
    }
    return refusal;
  }

  return (
    <Stack gap="lg">
      {props.may && <AddName one="program" onAdd={add} />}
      <Loaded
        result={result}
        onRetry={() => ask({ requestPolicy: "network-only" })}
        skeleton={<Waiting lines={5} height={44} />}
      >
        {({ viewer }) => (
          <ItemList
            items={viewer?.organization?.programs ?? []}
            one="program"
            many="programs"
            empty="Add the first one, then choose it when you create clients."
          >
            {({ id, name }) => (
              <NameRow
                name={name}
                may={props.may}
                onRename={(to) => rename(id, to, name)}
              />
            )}
          </ItemList>
        )}
      </Loaded>
    </Stack>
  );
}
