using System.Net;
using System.Text.Json.Nodes;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.Fuzz;

/// <summary>Requests that are nearly right, thousands of them: each is done, or refused with a name and a reason. None is a defect of ours.</summary>
public sealed class WhenOperationsAreFuzzed : HttpSpec
{
    private const int Requests = 60;

    private static readonly Dictionary<string, string> Targets = new()
    {
        ["sqs"] = "AmazonSQS",
        ["sns"] = "AmazonSNS",
        ["events"] = "AWSEvents",
        ["dynamodb"] = "DynamoDB_20120810",
        ["dynamodbstreams"] = "DynamoDBStreams_20120810",
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_client_is_told_what_is_wrong_and_the_server_goes_on(int seed)
    {
        foreach (var (operation, valid) in ValidRequests.ByOperation)
        {
            await StartAgainAsync();
            var mutator = new JsonMutator(seed);
            for (var request = 0; request < Requests; request++)
            {
                var body = mutator.Spoil(valid);

                using var response = await CallAsync(TargetOf(operation), body);

                var answer = await response.Content.ReadAsStringAsync(Cancellation);
                Assert.True(IsClear(response.StatusCode, answer), $"seed {seed}: {operation} {body}\nwas answered {response.StatusCode} {answer}");
            }
        }
    }

    [Fact]
    public async Task Every_operation_takes_part_and_its_request_is_valid()
    {
        using var health = await GetAsync("/_local/health");
        var services = (await JsonAsync(health))["services"]!.AsObject();

        var operations = Targets.Keys.SelectMany(service => services[service]!.AsArray().Select(operation => $"{service}.{(string?)operation}"));

        Assert.Equal(operations.Order(StringComparer.Ordinal), ValidRequests.ByOperation.Keys.Order(StringComparer.Ordinal));
        foreach (var (operation, valid) in ValidRequests.ByOperation)
        {
            await StartAgainAsync();
            using var response = await CallAsync(TargetOf(operation), valid);
            Assert.True(
                response.IsSuccessStatusCode || ValidRequests.Refused.Contains(operation),
                $"{operation}: {await response.Content.ReadAsStringAsync(Cancellation)}");
        }
    }

    private async Task StartAgainAsync()
    {
        Server.Reset();
        foreach (var (operation, body) in ValidRequests.Setup)
        {
            using var response = await CallAsync(TargetOf(operation), body);
            Assert.True(response.IsSuccessStatusCode, $"{operation}: {await response.Content.ReadAsStringAsync(Cancellation)}");
        }
    }

    private static string TargetOf(string operation)
    {
        var parts = operation.Split('.');
        return $"{Targets[parts[0]]}.{parts[1]}";
    }

    private static bool IsClear(HttpStatusCode status, string answer)
    {
        if (status is HttpStatusCode.OK && answer.Length == 0)
        {
            return true;
        }

        if (JsonNode.Parse(answer) is not JsonObject json || (int)status >= 500)
        {
            return false;
        }

        var reason = (string?)(json["message"] ?? json["Message"]);
        return status is HttpStatusCode.OK
            || (json["__type"] is not null && (json["CancellationReasons"] is not null || reason is { Length: > 0 } && !reason.Contains("LocalAws.", StringComparison.Ordinal)));
    }
}
