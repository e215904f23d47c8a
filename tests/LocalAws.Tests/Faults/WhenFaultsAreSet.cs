using System.Net;
using System.Text;
using LocalAws.Faults;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.Faults;

public sealed class WhenFaultsAreSet : HttpSpec
{
    private const string Path = "/_local/faults";

    [Fact]
    public async Task They_strike_what_they_are_for_and_are_shown_with_how_often_they_did()
    {
        using var set = await SetAsync(
            """{"seed": 7, "rules": [{"operation": "sqs.ListQueues", "fault": "throttle", "times": 1, "containing": "or"}]}""");

        using var other = await CallAsync("AmazonSQS.ListQueues", """{"QueueNamePrefix": "x"}""");
        using var struck = await CallAsync("AmazonSQS.ListQueues", """{"QueueNamePrefix": "orders"}""");
        using var spent = await CallAsync("AmazonSQS.ListQueues", """{"QueueNamePrefix": "orders"}""");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK), (other.StatusCode, struck.StatusCode, spent.StatusCode));
        using var shown = await GetAsync(Path);
        var faults = await JsonAsync(shown);
        Assert.Equal(7, (int)faults["seed"]!);
        Assert.Equal(
            """{"operation":"sqs.ListQueues","fault":"throttle","probability":1,"times":1,"containing":"or","struck":1}""",
            Assert.Single(faults["rules"]!.AsArray())!.ToJsonString());
    }

    [Theory]
    [InlineData("sqs.*")]
    [InlineData("*")]
    public async Task A_star_stands_for_all_operations(string operation)
    {
        Server.Faults.Set(1, new FaultRule(operation, FaultKind.InternalError));

        using var struck = await CallAsync("AmazonSQS.ListQueues", "{}");
        using var elsewhere = await CallAsync("DynamoDB_20120810.ListTables", "{}");

        Assert.Equal(HttpStatusCode.InternalServerError, struck.StatusCode);
        Assert.Equal(operation == "*" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_delete_an_empty_list_and_a_reset_each_clear_them()
    {
        foreach (var clear in (Func<Task<HttpResponseMessage>>[])[DeleteAsync, () => SetAsync("""{"rules": []}"""), () => PostAsync("/_local/reset")])
        {
            Server.Faults.Set(1, new FaultRule("*", FaultKind.Throttle));

            using var cleared = await clear();

            Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
            Assert.Empty(Server.Faults.Rules);
            using var unharmed = await CallAsync("AmazonSQS.ListQueues", "{}");
            Assert.Equal(HttpStatusCode.OK, unharmed.StatusCode);
        }
    }

    [Theory]
    [InlineData("nonsense", "The body: ")]
    [InlineData("null", "The body is null.")]
    [InlineData("{}", "rules: it is missing")]
    [InlineData("""{"seed": "x", "rules": []}""", "seed: ")]
    [InlineData("""{"rules": [], "colour": 1}""", "colour: it is not known")]
    [InlineData("""{"rules": [null]}""", "rules[0]: it is null")]
    [InlineData("""{"rules": [{"fault": "throttle"}]}""", "rules[0].operation: it is missing")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "rain"}]}""", "rules[0].fault: 'rain' is none of latency, ")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "throttle", "colour": 1}]}""", "rules[0].colour: it is not known")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "throttle", "times": "x"}]}""", "rules[0].times: ")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "throttle", "times": 0}]}""", "rules[0].times: 0 is less than 1")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "throttle", "probability": 1.5}]}""", "rules[0].probability: 1.5 is not")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "throttle", "containing": ""}]}""", "rules[0].containing: it is empty")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "throttle", "delayMs": 5}]}""", "rules[0].delayMs: throttle knows no delay")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "latency"}]}""", "rules[0].delayMs: latency needs one")]
    [InlineData("""{"rules": [{"operation": "*", "fault": "latency", "delayMs": 60001}]}""", "rules[0].delayMs: 60001 is not from 0")]
    [InlineData("""{"rules": [{"operation": "sqs.Fly", "fault": "throttle"}]}""", "rules[0].operation: there is no operation sqs.Fly")]
    [InlineData("""{"rules": [{"operation": "events.*", "fault": "expireReceipt"}]}""", "rules[0].operation: expireReceipt cannot strike")]
    public async Task What_is_wrong_is_named_and_what_was_set_stays(string json, string problem)
    {
        Server.Faults.Set(1, new FaultRule("*", FaultKind.DropBefore));

        using var refused = await SetAsync(json);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith(problem, (string?)(await JsonAsync(refused))["message"]);
        Assert.Single(Server.Faults.Rules);
    }

    [Fact]
    public void In_process_every_problem_is_told_at_once()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Server.Faults.Set(
            1, new FaultRule("sqs.Fly", FaultKind.Throttle), new FaultRule("*", FaultKind.Throttle) { Times = 0 }));

        Assert.Contains("rules[0].operation: ", refusal.Message);
        Assert.Contains("rules[1].times: ", refusal.Message);
    }

    [Fact]
    public async Task Other_methods_are_told_which_there_are()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Server.Endpoint, Path));

        using var refused = await SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.Equal(["GET", "POST", "DELETE"], refused.Content.Headers.Allow);
    }

    private Task<HttpResponseMessage> SetAsync(string json) => PostAsync(Path, new StringContent(json, Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> DeleteAsync() => SendAsync(new HttpRequestMessage(HttpMethod.Delete, new Uri(Server.Endpoint, Path)));
}
