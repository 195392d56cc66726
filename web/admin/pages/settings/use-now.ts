import { useEffect, useState } from "react";

/** The time, new at each full minute: for clocks on the page. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const left = 60_000 - (now.getTime() % 60_000);
    const timer = setTimeout(() => setNow(new Date()), left + 50);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
