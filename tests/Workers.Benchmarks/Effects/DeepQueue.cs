using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Effects;

/// <summary>Fills a queue, lets workers empty it, and says what it took.</summary>
internal sealed class DeepQueue(EmbeddedAws aws)
{
    public async Task<Costs> ConsumeAsync(
        Workload workload, Approach approach, int workers, int messages, CancellationToken cancellationToken)
    {
        Console.Error.Write($"{workload.Name}, {approach.Name}, {workers} at work … ");
        var costs = await MeasureAsync(workload, approach, workers, messages, cancellationToken);
        Console.Error.WriteLine(
            $"{costs.RequestsPer1000:0} requests and {costs.PutEventsPer1000:0} publishes per 1,000, {costs.Rate:0} a second, "
            + $"{costs.CpuMicroseconds:0} µs each");
        return costs;
    }

    private async Task<Costs> MeasureAsync(
        Workload workload, Approach approach, int workers, int messages, CancellationToken cancellationToken)
    {
        await using var fleet = await BenchmarkFleet.CreateAsync(aws, workload.Products, cancellationToken);
        var queue = await fleet.QueueAsync(workload.Queue, cancellationToken);
        await queue.FillAsync(workload.Bodies(messages), cancellationToken);
        var meters = new Meters();
        var hosts = new WorkerHosts(aws, meters);
        WebApplication[] apps = [.. Enumerable.Range(1, workers).Select(number => hosts.Build(
            approach, builder => workload.AddWorker(approach, builder), fleet.Prefix, number))];

        var callsBefore = await aws.CallsAsync(cancellationToken);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var awsCpuBefore = aws.CpuTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(apps.Select(app => app.StartAsync(cancellationToken)));
        await queue.WhenEmptyAsync(cancellationToken);
        var elapsed = clock.Elapsed;
        var cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        var awsCpu = aws.CpuTime - awsCpuBefore;
        var calls = await aws.CallsAsync(cancellationToken);

        await Task.WhenAll(apps.Select(app => app.StopAsync(cancellationToken)));
        foreach (var app in apps)
        {
            await app.DisposeAsync();
        }

        return new(messages, Since("dynamodb."), meters.WriteUnits, Since("events.PutEvents"), meters.Entries, cpu, awsCpu, elapsed);

        long Since(string operations) => calls
            .Where(call => call.Key.StartsWith(operations, StringComparison.Ordinal))
            .Sum(call => call.Value - callsBefore.GetValueOrDefault(call.Key));
    }
}
