using System.Text.Json;
using LocalAws.EventBridge;

namespace LocalAws.Tests.Sqs;

public sealed class WhenEventBridgeDelivers : SqsSpec
{
    private const string Rule = "arn:aws:events:us-east-1:000000000000:rule/shop/to-orders";

    [Fact]
    public async Task The_message_is_in_the_queue_with_its_attributes()
    {
        var queue = await CreateAsync("orders");

        var result = Deliver(new Dictionary<string, string> { ["RULE_ARN"] = Rule });

        var message = await ReceiveOneAsync(queue);
        Assert.Equal(DeliveryResult.Delivered, result);
        Assert.Equal("event", (string?)message["Body"]);
        Assert.Equal(("String", Rule), (
            (string?)message["MessageAttributes"]!["RULE_ARN"]!["DataType"],
            (string?)message["MessageAttributes"]!["RULE_ARN"]!["StringValue"]));
    }

    [Fact]
    public async Task A_FIFO_queue_takes_what_has_a_group_and_tells_duplicates_by_the_content()
    {
        var queue = await CreateAsync("orders.fifo", new { FifoQueue = "true", ContentBasedDeduplication = "true" });
        var target = new QueueTarget(Sqs);

        var grouped = target.Deliver(Arn("orders.fifo"), "event", ruleArn: Rule, messageGroupId: "a");
        var duplicate = target.Deliver(Arn("orders.fifo"), "event", ruleArn: Rule, messageGroupId: "a");
        var without = target.Deliver(Arn("orders.fifo"), "other", ruleArn: Rule);

        Assert.Null(grouped.ErrorCode);
        Assert.Null(duplicate.ErrorCode);
        Assert.Equal("ERROR_FROM_TARGET", without.ErrorCode);
        Assert.Equal("a", (string?)(await ReceiveOneAsync(queue))["Attributes"]!["MessageGroupId"]);
    }

    [Fact]
    public void A_missing_queue_is_no_resource()
    {
        Assert.Equal("NO_RESOURCE", Deliver().ErrorCode);
    }

    [Theory]
    [InlineData("events.amazonaws.com", "sqs:SendMessage", "ArnEquals", Rule, true)]
    [InlineData("events.amazonaws.com", "SQS:*", "ArnLike", "arn:aws:events:*:rule/shop/*", true)]
    [InlineData("*", "*", "StringEquals", Rule, true)]
    [InlineData("sns.amazonaws.com", "sqs:SendMessage", "ArnEquals", Rule, false)]
    [InlineData("events.amazonaws.com", "sqs:ReceiveMessage", "ArnEquals", Rule, false)]
    [InlineData("events.amazonaws.com", "sqs:SendMessage", "ArnEquals", Rule + "-other", false)]
    [InlineData("events.amazonaws.com", "sqs:SendMessage", "StringNotEquals", Rule, false)]
    public async Task A_queue_s_policy_decides_which_rules_may_send(
        string service, string action, string comparison, string rule, bool isAllowed)
    {
        await CreateAsync("orders", new { Policy = Policy(Statement("Allow", service, action, comparison, rule)) });

        Assert.Equal(isAllowed ? null : "NO_PERMISSIONS", Deliver().ErrorCode);
    }

    [Fact]
    public async Task A_denial_goes_before_a_permission()
    {
        var policy = Policy(
            Statement("Allow", "events.amazonaws.com", "sqs:SendMessage", "ArnLike", "arn:aws:events:*"),
            Statement("Deny", "*", "sqs:*", "ArnEquals", Rule));

        await CreateAsync("orders", new { Policy = policy });

        Assert.Equal("NO_PERMISSIONS", Deliver().ErrorCode);
    }

    [Fact]
    public async Task A_policy_for_another_queue_allows_nothing()
    {
        await CreateAsync(
            "orders", new { Policy = Policy(Statement("Allow", "*", "*", "ArnEquals", Rule)).Replace("orders", "others", StringComparison.Ordinal) });

        Assert.Equal("NO_PERMISSIONS", Deliver().ErrorCode);
    }

    private static string Policy(params object[] statements) =>
        JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements });

    private static object Statement(string effect, string service, string action, string comparison, string rule) => new
    {
        Effect = effect,
        Principal = new { Service = service },
        Action = new[] { action },
        Resource = Arn("orders"),
        Condition = new Dictionary<string, object> { [comparison] = new Dictionary<string, string> { ["aws:SourceArn"] = rule } },
    };

    private DeliveryResult Deliver(IReadOnlyDictionary<string, string>? attributes = null) =>
        new QueueTarget(Sqs).Deliver(Arn("orders"), "event", attributes, Rule);
}
