using System.Globalization;
using Amazon.StepFunctions;
using Workers.Contracts;
using Workers.Torture.Aws;
using Workers.Torture.Checks;
using Workers.Torture.Fleet;
using Workers.Torture.Killing;
using Workers.Torture.Providers;
using Workers.Torture.Trade;

namespace Workers.Torture;

/// <summary>One run: fleets are killed while AWS fails and trade goes on; then it is quiet, and the books are checked.</summary>
internal sealed class TortureRun(TortureOptions options, TextWriter output, TimeProvider time)
{
    private const int Traders = 8;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(15);

    // What must stay still for the run to be over: longer than any message can be invisible.
    private static readonly TimeSpan Quiet = TortureAws.LongestVisibility + TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuietLimit = TimeSpan.FromMinutes(7);   // an execution takes five at most

    private readonly Books _books = new();
    private readonly Catalog _catalog = new();
    private readonly Graveyard _graveyard = new();

    /// <summary>Whether every check holds.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        await using var aws = await TortureAws.StartAsync(time, cancellationToken);
        await using var webhook = await Webhook.StartAsync(time, cancellationToken);
        using var providers = new ProviderSlot(options.Seed, time);
        await using var producer = await ProducerHost.StartAsync(aws.Server.Endpoint, cancellationToken);
        using var http = new HttpClient { BaseAddress = producer.Address };
        var shop = new Shop(http, time);
        await SayAsync($"torture: seed {options.Seed}, {options.Fleets} fleets, at least {options.Minutes} min, {options.Kills} kills, {options.Entries} bus entries");
        var weather = new Weather(aws.Server.Faults, options.Seed, time);
        await WorkAsync(aws, webhook, providers, shop, weather, cancellationToken);
        var findings = await Findings.CollectAsync(aws, providers.Entries, cancellationToken);
        var expected = new Expectations(_books, findings);
        Check[] checks =
        [
            .. OrderChecks.Of(_books, findings),
            .. WorkflowChecks.Of(_books, findings),
            .. StockChecks.Of(_books, findings),
            .. MoneyChecks.Of(_books, findings, providers.Kills),
            .. EventChecks.Of(_books, findings, expected, _catalog),
            .. CountChecks.Of(_books, findings, expected, webhook.Posts, _graveyard),
            .. ViewChecks.Of(findings),
            .. CustomerChecks.Of(_books, findings),
            .. TicketChecks.Of(_books, findings),
            .. AuditChecks.Of(findings),
            .. BehaviourChecks.Of(_books, findings),
            .. PurchasingChecks.Of(findings, _catalog),
            .. QueueChecks.Of(_books, findings, _graveyard, options.Kills),
        ];
        return await VerdictAsync(checks, findings, weather, time.GetElapsedTime(startedAt));
    }

    private async Task WorkAsync(
        TortureAws aws, Webhook webhook, ProviderSlot providers, Shop shop, Weather weather, CancellationToken cancellationToken)
    {
        using var killing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var provider = providers.RunAsync(killing.Token, working.Token);
        var fleets = Task.WhenAll(Enumerable.Range(0, options.Fleets).Select(index =>
            new FleetSlot(index, options, (name, death) => SettingsOf(name, index, death, aws, webhook, providers), _graveyard, time)
                .RunAsync(killing.Token, working.Token)));
        try
        {
            await StockAsync(aws, shop, cancellationToken);
            var pace = new Pace(aws, time);
            var troubles = Task.WhenAll(weather.RunAsync(killing.Token), pace.RunAsync(killing.Token));
            var trade = Task.WhenAll(Enumerable.Range(0, Traders).Select(index =>
                new Trader(index, options.Seed, _catalog, shop, aws, _books, pace).RunAsync(killing.Token, cancellationToken)));
            await await Task.WhenAny(fleets, provider, trade, UntilEnoughAsync(aws, cancellationToken));
            await killing.CancelAsync();
            await troubles;
            await trade;
            await SayAsync("the trade is over, and so are kills and faults; waiting for quiet");
            await UntilQuietAsync(aws, cancellationToken);
        }
        finally
        {
            await killing.CancelAsync();
            await working.CancelAsync();
            await fleets;
            await provider;
        }
    }

    /// <summary>Stocks everything, once; what is traded before it arrived would be replaced by it.</summary>
    private async Task StockAsync(TortureAws aws, Shop shop, CancellationToken cancellationToken)
    {
        foreach (var product in _catalog.Stocked)
        {
            _books.Stocked(product.ProductId, product.Stock, await shop.StockAsync(product, cancellationToken));
        }

        while ((await aws.ScanAsync(Topology.InventoryTable, cancellationToken)).Count < _catalog.Stocked.Count())
        {
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private FleetSettings SettingsOf(string name, int index, Death death, TortureAws aws, Webhook webhook, ProviderSlot providers) => new(
        name,
        index,
        aws.Server.Endpoint,
        webhook.AddressOf(name),
        providers.Address,
        death.Stage,
        death.Count,
        options.Mutation,
        options.Logs is { } logs ? Path.Combine(logs.FullName, $"{name}.log") : null);

    private async Task UntilEnoughAsync(TortureAws aws, CancellationToken cancellationToken)
    {
        var (startedAt, saidAt) = (time.GetTimestamp(), time.GetTimestamp());
        while (true)
        {
            await Task.Delay(Look, time, cancellationToken);
            var entries = aws.Server.Calls.GetValueOrDefault("events.PutEvents") < options.Entries / 10 ? 0 : await aws.EntriesAsync(cancellationToken);
            var elapsed = time.GetElapsedTime(startedAt);
            if (elapsed.TotalMinutes >= options.Minutes && _graveyard.Kills >= options.Kills && entries >= options.Entries)
            {
                return;
            }

            if (time.GetElapsedTime(saidAt) >= Report)
            {
                saidAt = time.GetTimestamp();
                await SayAsync($"{_graveyard.Kills} kills, {_books.Orders.Count} orders, {await aws.EntriesAsync(cancellationToken)} bus entries");
            }
        }
    }

    private async Task UntilQuietAsync(TortureAws aws, CancellationToken cancellationToken)
    {
        var (startedAt, quietSince, before) = (time.GetTimestamp(), time.GetTimestamp(), -1L);
        while (time.GetElapsedTime(quietSince) < Quiet && time.GetElapsedTime(startedAt) < QuietLimit)
        {
            await Task.Delay(Look, time, cancellationToken);
            var entries = await aws.EntriesAsync(cancellationToken);
            var left = 0;
            foreach (var queue in TortureAws.DeadLetterQueues.Keys)
            {
                left += (await aws.DepthAsync(queue, cancellationToken)).All;
            }

            left += (await aws.ExecutionsAsync(cancellationToken)).Values.Count(status => status == ExecutionStatus.RUNNING);
            if (entries != before || left > 0)
            {
                (before, quietSince) = (entries, time.GetTimestamp());
            }
        }
    }

    private Task SayAsync(string line) =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss} {line}"));

    private async Task<bool> VerdictAsync(Check[] checks, Findings findings, Weather weather, TimeSpan took)
    {
        foreach (var check in checks)
        {
            await output.WriteLineAsync($"{check}");
        }

        var held = checks.All(check => check.Holds);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{(held ? "PROVED" : "REFUTED")}: seed {options.Seed}, {_graveyard.Kills} kills of {_graveyard.Ends.Count} fleets, {weather.Struck} faults, {_books.Orders.Count} orders, {findings.Archive.Entries} bus entries, {took.TotalSeconds:0} s"));
        return held;
    }
}
