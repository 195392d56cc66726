import { Group, Text, VisuallyHidden } from "@mantine/core";
import { CheckIcon, DotFilledIcon } from "@radix-ui/react-icons";
import { useQuery } from "urql";
import { useViewer } from "../../data/viewer";
import { Waiting } from "../../ui/load";
import { partsOf } from "./password-check";
import { staffPasswordQuery } from "./settings-queries";
import style from "./settings.module.css";

/** The organization's password rule, each part ticked as it is met. */
export function PasswordParts(props: { password: string }) {
  const { organization } = useViewer();
  const [{ data, error }] = useQuery({
    query: staffPasswordQuery,
    variables: { organization: organization.id },
  });
  const rule = data?.passwordPolicy;
  if (error) return null; // the server tells what is missing, all the same
  if (!rule) return <Waiting lines={5} height={18} />;
  const parts = partsOf(rule, props.password);
  const met = parts.filter((part) => part.met).length;
  return (
    <>
      <ul className={style.items} aria-label="What the password must have">
        {parts.map(({ words, met }) => (
          <li key={words} className={style.part} data-met={met || undefined}>
            <Group gap={8} wrap="nowrap" component="span">
              {met ? <CheckIcon aria-hidden /> : <DotFilledIcon aria-hidden />}
              <Text span size="sm" c="inherit">
                {words}
                <VisuallyHidden>
                  {met ? ": met" : ": not met yet"}
                </VisuallyHidden>
              </Text>
            </Group>
          </li>
        ))}
      </ul>
      <VisuallyHidden role="status">
        {props.password &&
          `${met} of ${parts.length} parts of the rule are met`}
      </VisuallyHidden>
    </>
  );
}
