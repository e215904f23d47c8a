using System.Text.Json.Nodes;

namespace LocalAws.Tests.Http;

/// <summary>Whatever comes, the client is told that it is at fault: no operation of any service answers 500.</summary>
public sealed class WhenARequestIsNonsense : HttpSpec
{
    private static readonly (string Service, string Target)[] Services =
        [("sqs", "AmazonSQS"), ("events", "AWSEvents"), ("dynamodb", "DynamoDB_20120810")];

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"QueueUrl":5,"TableName":5,"Name":5,"Entries":5,"Rule":5}""")]
    [InlineData("""{"QueueUrl":null,"TableName":null,"Name":null,"Entries":[null],"Targets":[null],"Rule":null}""")]
    [InlineData("""{"QueueUrl":"","TableName":"","Name":"","Entries":[{}],"Targets":[{}],"Rule":""}""")]
    [InlineData("""{"QueueName":"\ud800","TableName":"\ud800","Name":"\ud800"}""")]
    public async Task The_sender_is_at_fault(string body)
    {
        using var health = await GetAsync("/_local/health");
        var operations = (await JsonAsync(health))["services"]!;

        foreach (var (service, target) in Services)
        {
            foreach (var operation in operations[service]!.AsArray())
            {
                using var response = await CallAsync($"{target}.{(string?)operation}", body);

                Assert.True((int)response.StatusCode < 500, $"{operation}: {await response.Content.ReadAsStringAsync(Cancellation)}");
                Assert.IsType<JsonObject>(await JsonAsync(response));
            }
        }
    }
}
