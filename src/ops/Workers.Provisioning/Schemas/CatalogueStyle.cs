namespace Workers.Provisioning.Schemas;

/// <summary>How the catalogue looks: in light and in dark, on a narrow screen and on paper.</summary>
internal static class CatalogueStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ink: #1d2430; --soft: #566072; --paper: #fff; --panel: #f4f6f9; --line: #d5dbe4; --link: #0b57b0; --mark: #fff3c4; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e9ef; --soft: #a3adbd; --paper: #14181f; --panel: #1d232d; --line: #36404f; --link: #8ab8ff; --mark: #3b3410; }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        a { color: var(--link); }
        a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--panel); }
        header, .page { max-width: 90rem; margin: 0 auto; padding: 1rem; }
        .page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; align-items: start; }
        nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .5rem; font-size: .9rem; }
        nav h2 { margin: 1rem 0 .25rem; font-size: .9rem; color: var(--soft); }
        ul { margin: 0; padding-left: 1.1rem; }
        nav ul { list-style: none; padding: 0; }
        nav a { display: block; padding: .15rem 0; }
        h1 { margin: 0; }
        article { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; }
        article:target { background: var(--mark); }
        article h3 { margin: 0; font-size: 1.25rem; }
        article h4 { margin: 1rem 0 .25rem; }
        .source, .soft { color: var(--soft); font-weight: normal; font-size: .95rem; }
        dl { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .25rem 1rem; margin: .75rem 0; }
        dt { color: var(--soft); }
        dd { margin: 0; }
        code, pre { font: .875em/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
        pre { margin: .25rem 0; padding: .75rem; background: var(--panel); border-radius: .375rem; white-space: pre-wrap; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
        thead th { color: var(--soft); }
        tbody th code { overflow-wrap: normal; white-space: nowrap; }
        td details { display: inline-block; vertical-align: top; }
        dd ul { list-style: none; padding: 0; }
        @media (max-width: 50rem) {
          .page { display: block; }
          nav { position: static; max-height: none; columns: 2; }
          nav section { break-inside: avoid; }
          dl { display: block; }
          dd { margin-bottom: .5rem; }
          thead { display: none; }
          tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
          th, td { display: block; border: 0; padding: .1rem 0; }
          tbody th code { white-space: normal; overflow-wrap: anywhere; }
        }
        @media (max-width: 25rem) { nav { columns: 1; } }
        @media print { nav, .skip { display: none; } .page { display: block; } article { break-inside: avoid; } }
        """;
}
