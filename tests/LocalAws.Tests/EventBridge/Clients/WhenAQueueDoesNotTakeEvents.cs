using Amazon.EventBridge.Model;

namespace LocalAws.Tests.EventBridge.Clients;

public sealed class WhenAQueueDoesNotTakeEvents : ClientSpec
{
    [Fact]
    public async Task A_missing_queues_events_go_to_the_dead_letter_queue()
    {
        var dead = await PutAsync("nowhere");

        Assert.Equal("NO_RESOURCE", dead["ERROR_CODE"]);
        Assert.Equal(QueueArn("nowhere"), dead["TARGET_ARN"]);
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/all", dead["RULE_ARN"]);
    }

    [Fact]
    public async Task So_do_those_of_a_queue_whose_policy_names_another_rule()
    {
        await CreateQueueAsync("closed", rule: "another");

        Assert.Equal("NO_PERMISSIONS", (await PutAsync("closed"))["ERROR_CODE"]);
    }

    // The attributes of the dead letter.
    private async Task<IReadOnlyDictionary<string, string>> PutAsync(string queue)
    {
        await CreateQueueAsync("dlq");
        await Events.PutRuleAsync(new PutRuleRequest { Name = "all", EventPattern = """{"source":["s"]}""" }, Cancellation);
        var target = new Target { Id = "1", Arn = QueueArn(queue), DeadLetterConfig = new DeadLetterConfig { Arn = QueueArn("dlq") } };
        await Events.PutTargetsAsync(new PutTargetsRequest { Rule = "all", Targets = [target] }, Cancellation);

        var entry = new PutEventsRequestEntry { Source = "s", DetailType = "t", Detail = """{"n":1}""" };
        await Events.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, Cancellation);

        var message = await ReceiveAsync("dlq");
        Assert.EndsWith("""detail":{"n":1}}""", message.Body);
        return message.MessageAttributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue);
    }
}
