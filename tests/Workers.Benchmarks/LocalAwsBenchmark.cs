using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Effects;
using Workers.Benchmarks.Embedded;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks;

/// <summary>Measures what one core of the embedded AWS serves. Processor time is read from its process, so other load hardly matters.</summary>
internal static class LocalAwsBenchmark
{
    private const int Requests = 3_000;
    private const int Clients = 8;
    private const int MotoRequests = 10;    // what it does takes the longer the more it holds
    private const int MotoClients = 1;      // its transactions fail when two run at once
    private const int Messages = 4_000;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(FileInfo? json, CancellationToken cancellationToken)
    {
        using var aws = await EmbeddedAws.StartAsync(cancellationToken);
        List<Figure> figures =
        [
            .. await OperationsAsync(aws, cancellationToken),
            await FleetAsync(aws, "cores of inventory workers that one core of it serves", Workload.SpreadOrders, cancellationToken),
            await FleetAsync(aws, "cores of analytics workers that one core of it serves", Workload.Analytics, cancellationToken),
        ];

        return await Report.ShowAsync("LocalAws", figures, json);
    }

    private static async Task<IEnumerable<Figure>> OperationsAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var client = new AwsJsonClient(aws.Endpoint);
        await OperationRates.MeasureAsync(client, () => aws.CpuTime, Requests, Clients, cancellationToken);   // warms it up
        var ours = await OperationRates.MeasureAsync(client, () => aws.CpuTime, Requests, Clients, cancellationToken);
        var moto = await MotoAsync(cancellationToken);
        return ours.Select(rate => new Figure(
            $"requests a second and core: {rate.Key}",
            null,
            Math.Round(rate.Value),
            moto is null ? null : new Dictionary<string, double> { [MotoServer.Name] = Math.Round(moto[rate.Key]) }));
    }

    private static async Task<IReadOnlyDictionary<string, double>?> MotoAsync(CancellationToken cancellationToken)
    {
        using var moto = await MotoServer.FindAsync(cancellationToken);
        if (moto is null)
        {
            Console.WriteLine($"Skipped: {MotoServer.Name}, because it is not installed here.");
            return null;
        }

        using var client = new AwsJsonClient(moto.Endpoint);
        return await OperationRates.MeasureAsync(client, () => moto.CpuTime, MotoRequests, MotoClients, cancellationToken);
    }

    private static async Task<Figure> FleetAsync(EmbeddedAws aws, string what, Workload workload, CancellationToken cancellationToken)
    {
        var queue = new DeepQueue(aws);
        await queue.ConsumeAsync(workload, Approach.GroupCommit, workers: 1, Messages, cancellationToken);   // warms everything up
        var costs = await queue.ConsumeAsync(workload, Approach.GroupCommit, workers: 1, Messages, cancellationToken);
        return new(what, Goal.AtLeast(2), costs.Cpu / costs.AwsCpu);
    }
}
