using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workers.Producer.Http;

namespace Workers.Tests.Producer;

public sealed class WhenUploadsAreSlow
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_and_fifty_of_them_hinder_nobody()
    {
        await using var producer = new ProducerHost();
        await producer.InitializeAsync();
        var uploads = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => BeginUploadAsync(producer)));

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(202, (await producer.PostAsync("/inventory/P/restock", new { quantity = 1 })).Status);
        }

        Array.ForEach(uploads, upload => upload.Dispose());
    }

    [Fact]
    public async Task One_that_takes_too_long_hears_so_and_its_connection_is_closed()
    {
        await using var producer = new ProducerHost { Settings = { ["Workers:Producer:BodyTimeout"] = "00:00:01" } };
        await producer.InitializeAsync();

        using var upload = await BeginUploadAsync(producer);
        using var reader = new StreamReader(upload.GetStream());
        var answer = await reader.ReadToEndAsync(Cancellation);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_memory_for_bodies_hears_when_to_come_back()
    {
        await using var producer = new ProducerHost { Settings = { ["Workers:Producer:MaxBodyBytes"] = "262144", ["Workers:Producer:BodyTimeout"] = "00:05:00" } };
        await producer.InitializeAsync();
        var budget = producer.Services.GetRequiredService<BodyBudget>();
        using var upload = await BeginUploadAsync(producer, sent: 250 * 1024);
        await UntilAsync(() => budget.Held == 250 * 1024);

        using var refused = await producer.SendAsync(HttpMethod.Post, "/orders/O/cancel", new { filler = new string('x', 20_000) });
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        upload.Dispose();
        await UntilAsync(() => budget.Held == 0);
        using var taken = await producer.SendAsync(HttpMethod.Post, "/orders/O/cancel", new { filler = new string('x', 20_000) });
        Assert.Equal(202, (int)taken.StatusCode);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<TcpClient> BeginUploadAsync(ProducerHost producer, int sent = 350)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", producer.Http.BaseAddress!.Port, Cancellation);
        var request = $"POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {255 * 1024}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request + new string(' ', sent)), Cancellation);
        return client;
    }
}
