import { Text } from "@mantine/core";
import { CheckIcon, Cross2Icon } from "@radix-ui/react-icons";
import { Section } from "../overview/section";
import type { Usage } from "./billing-queries";
import style from "./billing.module.css";

/** What counts, what does not, and why. */
export function Rules({ rules }: { rules: Usage["rules"] }) {
  return (
    <Section id="rules" title="What counts and why">
      <ul className={style["rules"]}>
        {rules.map(({ what, counts, why }) => (
          <li key={what} data-counts={counts || undefined}>
            {counts ? <CheckIcon aria-hidden /> : <Cross2Icon aria-hidden />}
            <div>
              <Text size="sm" fw={550}>
                {what}
                <Text span inherit fw={400}>
                  {counts ? ": counts" : ": does not count"}
                </Text>
              </Text>
              <Text size="sm" c="dimmed">
                {why}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
