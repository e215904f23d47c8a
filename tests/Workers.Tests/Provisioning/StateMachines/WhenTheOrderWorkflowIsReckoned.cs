using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LocalAws;
using Workers.Contracts;
using Workers.Provisioning.StateMachines;

namespace Workers.Tests.Provisioning.StateMachines;

public sealed class WhenTheOrderWorkflowIsReckoned
{
    private static readonly JsonObject Definition = JsonNode.Parse(OrderWorkflow.Export())!.AsObject();

    [Fact]
    public void Its_longest_way_with_all_retries_fits_within_the_limit_of_an_execution()
    {
        var longest = Longest(Definition["States"]!.AsObject(), (string)Definition["StartAt"]!, lookups: 1);

        Assert.InRange(longest, 200, (double)Definition["TimeoutSeconds"]!);
    }

    [Fact]
    public void Every_task_has_a_limit_in_time_and_tries_again_what_may_pass()
    {
        var tasks = Tasks(Definition["States"]!.AsObject()).ToList();

        Assert.NotEmpty(tasks);
        Assert.All(tasks, task =>
        {
            Assert.InRange((int)task["TimeoutSeconds"]!, 1, 60);
            Assert.All(task["Retry"]!.AsArray(), retry => Assert.Equal("FULL", (string?)retry!["JitterStrategy"]));
            Assert.Contains(
                task["Retry"]!.AsArray(), retry => retry!["ErrorEquals"]!.AsArray().Any(error => (string?)error == "States.Timeout"));
        });
    }

    [Fact]
    public void What_a_worker_has_decided_is_not_asked_again()
    {
        string[] decided =
            [WorkflowErrors.InsufficientStock, WorkflowErrors.OrderRefused, WorkflowErrors.PaymentDeclined, WorkflowErrors.ShippingFailed];
        var retried = Tasks(Definition["States"]!.AsObject())
            .SelectMany(task => task["Retry"]!.AsArray())
            .SelectMany(retry => retry!["ErrorEquals"]!.AsArray())
            .Select(error => (string)error!);

        Assert.Empty(retried.Intersect([.. decided, "States.ALL", "States.TaskFailed"]));
    }

    [Fact]
    public async Task Step_Functions_finds_no_mistake_in_it()
    {
        await using var aws = await LocalAwsServer.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Endpoint);
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ValidateStateMachineDefinition");
        request.Content = new StringContent(
            new JsonObject { ["definition"] = OrderWorkflow.Export() }.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0"));

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"result":"OK","diagnostics":[],"truncated":false}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<JsonObject> Tasks(JsonObject states) => states.Select(state => state.Value!.AsObject()).SelectMany(state =>
        (string?)state["Type"] switch
        {
            "Task" => [state],
            "Parallel" => state["Branches"]!.AsArray().SelectMany(branch => Tasks(branch!["States"]!.AsObject())),
            _ => Enumerable.Empty<JsonObject>(),
        });

    /// <summary>The longest that an execution can take from a state on, if every attempt takes as long as it may.</summary>
    private static double Longest(JsonObject states, string name, int lookups)
    {
        var state = states[name]!.AsObject();
        if (name == "WaitForOrder")
        {
            lookups++;
        }

        var seconds = (string?)state["Type"] switch
        {
            "Task" => Attempts(state),
            "Wait" => (double)state["Seconds"]!,
            "Parallel" => state["Branches"]!.AsArray()
                .Max(branch => Longest(branch!["States"]!.AsObject(), (string)branch["StartAt"]!, lookups)),
            _ => 0,
        };
        var next = NextOf(state).Where(next => next != "WaitForOrder" || lookups < MostLookups).ToList();
        return seconds + (next.Count == 0 ? 0 : next.Max(next => Longest(states, next, lookups)));
    }

    private static double Attempts(JsonObject task)
    {
        var retries = task["Retry"]!.AsArray().Select(retry => retry!).ToList();
        var attempts = 1 + retries.Sum(retry => (int)retry["MaxAttempts"]!);
        return (attempts * (int)task["TimeoutSeconds"]!) + retries.Sum(Delays);
    }

    private static double Delays(JsonNode retry) => Enumerable.Range(0, (int)retry["MaxAttempts"]!).Sum(attempt => Math.Min(
        (double)retry["IntervalSeconds"]! * Math.Pow((double)retry["BackoffRate"]!, attempt), (double)retry["MaxDelaySeconds"]!));

    private static int MostLookups => Definition["States"]!["JudgeOrder"]!["Choices"]!.AsArray()
        .Where(choice => choice!["And"] is not null)
        .Select(choice => (int)choice!["And"]![1]!["NumericLessThan"]!)
        .Single();

    private static IEnumerable<string> NextOf(JsonObject state) =>
        from next in (JsonNode?[])[state["Next"], state["Default"], .. ChoicesOf(state, "Choices"), .. ChoicesOf(state, "Catch")]
        where next is not null
        select (string)next!;

    private static IEnumerable<JsonNode?> ChoicesOf(JsonObject state, string field) =>
        state[field]?.AsArray().Select(one => one!["Next"]) ?? [];
}
