// The deeds on one line of a table: text buttons, grey with the reason while something is missing.
import { useT } from '../../../platform/web/i18n.tsx';

interface Deed {
  verb: string;
  needs: string[];
  missing: string[];
}

export function Deeds(props: {
  deeds: readonly Deed[];
  begin: (verb: string, needs: string[]) => void;
}) {
  const t = useT();
  return (
    <span className="row-deeds">
      {props.deeds.map(({ verb, needs, missing }) => (
        <button
          key={verb}
          type="button"
          className="text-button"
          disabled={missing.length > 0}
          title={missing.map((code) => t(`projects.missing.${code}`)).join(' ')}
          onClick={() => props.begin(verb, needs)}
        >
          {t(`projects.money_verb.${verb}`)}
        </button>
      ))}
    </span>
  );
}
