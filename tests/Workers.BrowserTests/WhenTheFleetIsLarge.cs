using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.BrowserTests;

/// <summary>100,000 dead letters, and as many orders as a minute of loading brings, a million at most.</summary>
public sealed class WhenTheFleetIsLarge(ITestOutputHelper output) : ConsoleSpec
{
    private const int DeadLetters = 100_000;
    private const int MostOrders = 1_000_000;
    private static readonly TimeSpan LoadingTime = TimeSpan.FromMinutes(1);
    private static readonly string[] Pages = ["/", "/letters", "/letters/payments-dlq", "/orders/ORD-0000042", "/find?q=ORD-0000043", "/flows", "/business", "/acts"];

    [Fact]
    public async Task Every_page_reads_by_keys_and_by_pages_and_never_scans()
    {
        await Letters.PutAsync(Sqs, await QueueUrlAsync(Topology.PaymentsDlq), DeadLetters, number =>
            (Letters.Reserved($"ORD-{number:0000000}"), $"Charge {number} was refused: kind {(char)('A' + number % 3)}"));
        var orders = await LoadOrdersAsync();
        await Page.GotoAsync("/letters/payments-dlq");
        await Page.GetByText("1,000 of about 100,000 looked at").First.WaitForAsync();
        var receives = Aws.Calls["sqs.ReceiveMessage"];
        var medians = await MedianTimesAsync();
        await Page.GotoAsync("/orders/ORD-0000042");

        await Page.GetByText("Reserved").First.WaitForAsync();
        Assert.DoesNotContain("dynamodb.Scan", Aws.Calls.Keys);
        Assert.InRange(Aws.Calls["sqs.ReceiveMessage"] - receives, 0, 1_500);   // a look is at most a hundred receives, and lasts ten seconds
        output.WriteLine($"{DeadLetters:#,0} dead letters, {orders:#,0} orders; median of nine: {string.Join(", ", medians)}");
    }

    private async Task<int> LoadOrdersAsync()
    {
        var begun = Stopwatch.StartNew();
        var loaded = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, MostOrders).Chunk(25),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (numbers, cancellationToken) =>
            {
                if (begun.Elapsed < LoadingTime)
                {
                    await DynamoDb.BatchWriteItemAsync(
                        new Dictionary<string, List<WriteRequest>> { [Topology.OrdersTable] = [.. numbers.Select(Order)] }, cancellationToken);
                    Interlocked.Add(ref loaded, numbers.Length);
                }
            });
        return loaded;
    }

    private async Task<IReadOnlyList<string>> MedianTimesAsync()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
        var medians = new List<string>();
        foreach (var path in Pages)
        {
            var times = new List<double>();
            for (var turn = 0; turn < 9; turn++)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            medians.Add(string.Create(CultureInfo.InvariantCulture, $"{path} {times.Order().ElementAt(4):0} ms"));
        }

        return medians;
    }

    private static WriteRequest Order(int number)
    {
        var orderId = $"ORD-{number:0000000}";
        return new(new PutRequest(new()
        {
            [OrderColumns.OrderId] = new() { S = orderId },
            [OrderColumns.Version] = new() { N = "2" },
            [OrderColumns.Status] = new() { S = "Reserved" },
            [OrderColumns.CustomerId] = new() { S = $"CUST-{number % 1000}" },
            [OrderColumns.Snapshot] = new() { S = $$"""{"orderId":"{{orderId}}","version":2,"status":"Reserved","customerId":"CUST-{{number % 1000}}","amount":59.98,"placedAt":"2026-01-15T10:00:00Z"}""" },
        }));
    }
}
