using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LocalAws.Tests.Http;

/// <summary>Bytes that no client of AWS would send: the connection may end, the server goes on.</summary>
public sealed class WhenAClientMisbehaves : HttpSpec
{
    private const string ListQueues = "POST / HTTP/1.1\r\nHost: aws\r\nConnection: close\r\nX-Amz-Target: AmazonSQS.ListQueues\r\n";

    [Theory]
    [InlineData("\0\u0001\u0002\r\n\r\n", "400")]
    [InlineData("GET\r\n\r\n", "400")]
    [InlineData("POST / HTTP/9.9\r\nHost: aws\r\n\r\n", "505")]
    [InlineData(ListQueues + "Content-Length: -5\r\n\r\n", "400")]
    [InlineData(ListQueues + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "400")]
    [InlineData(ListQueues + "Content-Length: 99999999999\r\n\r\n", "413")]
    [InlineData(ListQueues + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", "400")]
    [InlineData(ListQueues + "Content-Encoding: zstd\r\nContent-Length: 2\r\n\r\n{}", "415")]
    [InlineData(ListQueues + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n\r\n{}", "200")]
    public async Task It_gets_an_answer_and_the_server_goes_on(string request, string status)
    {
        Assert.StartsWith($"HTTP/1.1 {status}", await AnswerToAsync(request), StringComparison.Ordinal);
        await TheServerGoesOnAsync();
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        var answer = await AnswerToAsync($"{ListQueues}X-Long: {new string('a', 64 * 1024)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431", answer, StringComparison.Ordinal);
        await TheServerGoesOnAsync();
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_of_its_body_does_no_harm()
    {
        using (var client = await ConnectAsync())
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{ListQueues}Content-Length: 1000\r\n\r\n{{"), Cancellation);
        }

        await TheServerGoesOnAsync();
    }

    [Fact]
    public async Task A_body_that_grows_too_large_when_decompressed_is_refused()
    {
        using var bomb = new ByteArrayContent(Zeros(65 * 1024 * 1024));
        bomb.Headers.ContentEncoding.Add("br");

        using var response = await CallAsync("AmazonSQS.ListQueues", bomb);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_thousand_clients_that_poll_do_not_keep_another_from_its_answer()
    {
        using var created = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}""");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var polls = Enumerable.Range(0, 1_000).Select(_ => CallAndLeaveAsync(
            "AmazonSQS.ReceiveMessage", """{"QueueUrl":"orders","WaitTimeSeconds":20}""", leaving.Token)).ToList();
        while (Server.Calls.GetValueOrDefault("sqs.ReceiveMessage") < polls.Count)
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        using var sent = await CallAsync("AmazonSQS.SendMessage", """{"QueueUrl":"orders","MessageBody":"for one"}""");

        using var received = await await Task.WhenAny(polls);
        Assert.Contains("for one", await received.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(polls));
    }

    private async Task TheServerGoesOnAsync()
    {
        using var response = await CallAsync("AmazonSQS.ListQueues", "{}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<string> AnswerToAsync(string request)
    {
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using var answer = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await answer.ReadLineAsync(Cancellation) ?? "";
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Server.Endpoint.Port, Cancellation);
        return client;
    }

    private static byte[] Zeros(int count)
    {
        var compressed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(compressed, System.IO.Compression.CompressionLevel.Fastest))
        {
            brotli.Write(new byte[count]);
        }

        return compressed.ToArray();
    }
}
