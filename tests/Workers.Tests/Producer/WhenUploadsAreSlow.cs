using System.Net.Sockets;
using System.Text;

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
        await using var producer = new ProducerHost { Settings = { ["Workers:Producer:MaxBodyBytes"] = "262144" } };
        await producer.InitializeAsync();
        using var upload = await BeginUploadAsync(producer, sent: 250 * 1024);

        using var refused = await UntilAsync(producer, 429);
        Assert.NotNull(refused.Headers.RetryAfter);

        upload.Dispose();
        using var taken = await UntilAsync(producer, 202);
    }

    private static async Task<HttpResponseMessage> UntilAsync(ProducerHost producer, int status)
    {
        while (true)
        {
            var response = await producer.SendAsync(HttpMethod.Post, "/inventory/P/restock", new { quantity = 1, name = new string('n', 20_000) });
            if ((int)response.StatusCode == status || ((int)response.StatusCode == 400 && status == 202))
            {
                return response;
            }

            response.Dispose();
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
