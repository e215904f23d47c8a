using System.Net;
using System.Text.Json;

namespace LocalAws.Tests.Http;

public sealed class WhenTheServerIsAskedAboutItself : HttpSpec
{
    [Fact]
    public async Task Health_names_the_services_and_their_operations()
    {
        using var response = await GetAsync("/_local/health");

        var health = await JsonAsync(response);
        Assert.Equal("ok", (string?)health["status"]);
        Assert.Contains("ReceiveMessage", health["services"]!["sqs"]!.AsArray().Select(name => (string?)name));
        Assert.Equal("GetCallerIdentity", (string?)health["services"]!["sts"]![0]);
        Assert.NotNull(health["services"]!["events"]);
        Assert.NotNull(health["services"]!["dynamodb"]);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task The_root_answers_a_script_that_waits_for_the_server(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Server.Endpoint);
        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(method == "GET", body.Contains("\"sqs\"", StringComparison.Ordinal));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task Calls_are_counted_by_operation_also_those_that_fail()
    {
        using var first = await CallAsync("AmazonSQS.ListQueues", "{}");
        using var second = await CallAsync("AmazonSQS.ListQueues", "{}");
        using var failed = await CallAsync("AmazonSQS.GetQueueUrl", "{}");

        using var response = await GetAsync("/_local/calls");

        Assert.Equal(new Dictionary<string, long> { ["sqs.ListQueues"] = 2, ["sqs.GetQueueUrl"] = 1 }, Server.Calls);
        Assert.Equal(2, (long)(await JsonAsync(response))["sqs.ListQueues"]!);
    }

    [Fact]
    public async Task Reset_forgets_queues_and_counts()
    {
        using var created = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}""");

        using var reset = await PostAsync("/_local/reset");

        Assert.Empty(Server.Calls);
        using var queues = await CallAsync("AmazonSQS.ListQueues", "{}");
        Assert.Null((await JsonAsync(queues))["QueueUrls"]);
    }

    [Fact]
    public async Task An_archive_shows_every_event_it_holds_however_many()
    {
        const int Batches = 300;
        var detail = JsonSerializer.Serialize(new { text = new string('x', 1000) });
        var entries = JsonSerializer.Serialize(new
        {
            Entries = Enumerable.Repeat(new { Source = "s", DetailType = "t", Detail = detail }, 10),
        });
        using var empty = await CreateArchiveAsync();
        Assert.Empty((await JsonAsync(empty)).AsArray());

        for (var i = 0; i < Batches; i++)
        {
            using var put = await CallAsync("AWSEvents.PutEvents", entries);
        }

        using var response = await GetAsync("/_local/archives/all");
        var events = (await JsonAsync(response)).AsArray();
        Assert.Equal(Batches * 10, events.Count);
        Assert.All(events, archived => Assert.Equal(1000, ((string?)archived!["detail"]!["text"])!.Length));
    }

    [Theory]
    [InlineData("/_local/archives/nothing", "There is no archive nothing.")]
    [InlineData("/_local/nonsense", "LocalAws has GET /_local/health")]
    public async Task What_is_not_there_is_not_found(string path, string message)
    {
        using var response = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith(message, (string?)(await JsonAsync(response))["message"]);
    }

    private async Task<HttpResponseMessage> CreateArchiveAsync()
    {
        using var created = await CallAsync(
            "AWSEvents.CreateArchive",
            """{"ArchiveName":"all","EventSourceArn":"arn:aws:events:us-east-1:000000000000:event-bus/default"}""");
        return await GetAsync("/_local/archives/all");
    }
}
