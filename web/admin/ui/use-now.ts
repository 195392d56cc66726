import { useEffect, useState } from "react";

/**
 * The present, in milliseconds since 1970, renewed at each full `every`
 * milliseconds of the clock: a minute changes when clocks show it.
 */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          setNow(Date.now());
          wait();
        },
        every - (Date.now() % every),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [every]);
  return now;
}
