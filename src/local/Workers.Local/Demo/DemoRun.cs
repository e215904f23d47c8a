using Spectre.Console;
using Workers.Effects.Beats;
using Workers.Events.Reading;
using Workers.Partners;
using Workers.Payments.Providers;

namespace Workers.Local.Demo;

/// <summary>
/// A day of trade in half a minute: it stocks, sells, is declined, cancels, repeats itself, speaks in foreign shapes and puts poison in,
/// then checks what the fleet made of it against its own books: orders, stock, money, parcels, mails and counts.
/// </summary>
internal sealed class DemoRun(LocalFleet fleet, IAnsiConsole console)
{
    /// <summary>Runs the demo; true if every book agrees.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using var meters = new DemoMeters();
        using var http = new HttpClient { BaseAddress = fleet.Api };
        var aws = DemoAws.Of(fleet.Services, fleet.Aws, fleet.ServicesOf("notification").GetRequiredService<HostFigures>());
        var books = new Books();
        var trade = new Trade(new ShopClient(http), aws, books, TimeProvider.System);

        var started = TimeProvider.System.GetUtcNow();
        foreach (var (title, act) in trade.Acts)
        {
            await ProgressAsync(title, () => act(cancellationToken));
        }

        await ProgressAsync("Waiting for quiet", () => aws.WaitForQuietAsync(cancellationToken));
        var payments = fleet.ServicesOf("payments");
        var ledger = new OrderLedger(payments.GetRequiredService<EventRegistry>(), payments.GetRequiredService<KeyedLedger<LedgerEntry>>());
        var findings = await new Findings(http, aws, new AuditLedger(aws)).ReadAsync(ledger, meters, started, cancellationToken);

        var checks = Reconciliation.Of(books.Expected, findings);
        console.Write(Report.Of(checks, meters, CallCosts.Of(fleet.Aws.Calls, meters.Handled)));
        return checks.All(check => check.Agrees);
    }

    private async Task ProgressAsync(string title, Func<Task> act)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await act();
        console.MarkupLineInterpolated($"[green]✓[/] {title} [grey]{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.0} s[/]");
    }
}
