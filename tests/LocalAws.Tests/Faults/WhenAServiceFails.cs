using LocalAws.Faults;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.Faults;

public sealed class WhenAServiceFails : HttpSpec
{
    [Theory]
    [InlineData("sqs", "AmazonSQS.ListQueues", FaultKind.Throttle, 403, "com.amazonaws.sqs#RequestThrottled")]
    [InlineData("sqs", "AmazonSQS.ListQueues", FaultKind.InternalError, 500, "com.amazon.coral.service#InternalFailure")]
    [InlineData("events", "AWSEvents.ListRules", FaultKind.Throttle, 400, "ThrottlingException")]
    [InlineData("events", "AWSEvents.ListRules", FaultKind.InternalError, 500, "InternalException")]
    [InlineData("dynamodb", "DynamoDB_20120810.ListTables", FaultKind.Throttle, 400, "com.amazon.coral.availability#ThrottlingException")]
    [InlineData("dynamodb", "DynamoDB_20120810.ListTables", FaultKind.InternalError, 500, "com.amazonaws.dynamodb.v20120810#InternalServerError")]
    public async Task It_says_so_in_its_own_words(string service, string target, FaultKind kind, int status, string type)
    {
        Server.Faults.Set(1, new FaultRule($"{service}.*", kind));

        using var response = await CallAsync(target, "{}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, (string?)(await JsonAsync(response))["__type"]);
    }

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.InternalError)]
    public async Task It_has_done_nothing(FaultKind kind)
    {
        Server.Faults.Set(1, new FaultRule("sqs.CreateQueue", kind));

        using var refused = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}""");

        using var queues = await CallAsync("AmazonSQS.ListQueues", "{}");
        Assert.Null((await JsonAsync(queues))["QueueUrls"]);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, false)]
    [InlineData(FaultKind.DropAfter, true)]
    public async Task A_dropped_connection_leaves_no_answer_and_the_effect_or_not(FaultKind kind, bool hasEffect)
    {
        Server.Faults.Set(1, new FaultRule("sqs.CreateQueue", kind));

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}"""));

        using var queues = await CallAsync("AmazonSQS.ListQueues", "{}");
        Assert.Equal(hasEffect, (await JsonAsync(queues))["QueueUrls"] is not null);
    }
}
