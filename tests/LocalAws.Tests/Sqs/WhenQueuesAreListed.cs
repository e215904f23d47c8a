using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenQueuesAreListed : SqsSpec
{
    [Fact]
    public async Task A_prefix_selects()
    {
        await CreateAsync("user1-orders");
        var mine = await CreateAsync("user2-orders");

        var answer = await CallAsync("ListQueues", new { QueueNamePrefix = "user2-" });

        Assert.Equal([mine], Urls(answer));
    }

    [Fact]
    public async Task An_empty_list_is_left_out()
    {
        Assert.Null((await CallAsync("ListQueues", new { }))["QueueUrls"]);
    }

    [Fact]
    public async Task Pages_hold_every_queue_once()
    {
        string[] all = [await CreateAsync("a"), await CreateAsync("b"), await CreateAsync("c")];

        var first = await CallAsync("ListQueues", new { MaxResults = 2 });
        var second = await CallAsync("ListQueues", new { MaxResults = 2, NextToken = (string?)first["NextToken"] });

        Assert.Equal(all, Urls(first).Concat(Urls(second)));
        Assert.Null(second["NextToken"]);
    }

    [Fact]
    public async Task Sources_of_a_dead_letter_queue_are_found()
    {
        var deadLetters = await CreateAsync("dlq");
        var source = await CreateWithDeadLettersAsync("orders", "dlq");
        await CreateAsync("unrelated");

        var answer = await CallAsync("ListDeadLetterSourceQueues", new { QueueUrl = deadLetters });

        Assert.Equal(source, (string?)Assert.Single(answer["queueUrls"]!.AsArray()));
    }

    [Fact]
    public async Task One_is_found_by_its_name()
    {
        var queue = await CreateAsync("orders");

        Assert.Equal(queue, (string?)(await CallAsync("GetQueueUrl", new { QueueName = "orders" }))["QueueUrl"]);
        var error = await RefusedAsync("GetQueueUrl", new { QueueName = "nowhere" });
        Assert.Equal(("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"), (error.Code, error.QueryCode));
    }

    private static IEnumerable<string?> Urls(JsonNode answer) => answer["QueueUrls"]!.AsArray().Select(url => (string?)url);
}
