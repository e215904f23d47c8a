using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Workers.Contracts;

namespace Workers.BrowserTests;

/// <summary>Somebody changed rules by hand, and executions of the state machine stand and fail.</summary>
public sealed class WhenTheFleetRunsOtherwise : ConsoleSpec
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private AmazonEventBridgeClient Events => field ??= new(
        Credentials, new AmazonEventBridgeConfig { ServiceURL = Aws.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });

    private AmazonStepFunctionsClient States => field ??= new(
        Credentials, new AmazonStepFunctionsConfig { ServiceURL = Aws.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });

    [Fact]
    public async Task What_nothing_declares_is_a_red_edge_with_words()
    {
        await Events.PutRuleAsync(
            new() { Name = "by-hand", EventBusName = Topology.Bus, EventPattern = """{"source":["x"]}""" }, Cancelled);
        var target = new Target { Id = "payments", Arn = $"arn:aws:sqs:us-east-1:000000000000:{Topology.PaymentsQueue}" };
        await Events.PutTargetsAsync(new() { Rule = "by-hand", EventBusName = Topology.Bus, Targets = [target] }, Cancelled);

        await SeenAsync("/", Page.Locator("#picture .tbad").GetByText("✗ undeclared rule"));

        Assert.Contains(
            "Nothing declares the rule by-hand: it sends to sqs payments-queue.",
            await Page.Locator("#wrong").InnerTextAsync(),
            StringComparison.Ordinal);
        Assert.True(await Page.Locator("#picture path.edge.bad").CountAsync() > 0);
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task Flows_show_where_executions_stand_and_why_others_failed_with_a_link_to_their_orders()
    {
        var machine = (await States.ListStateMachinesAsync(new(), Cancelled)).StateMachines.Single().StateMachineArn;
        var stopped = await StartAsync(machine, "ORD-STOPPED");
        var standing = await StartAsync(machine, "ORD-STANDS");
        await States.StopExecutionAsync(new() { ExecutionArn = stopped, Error = "StoppedByOperator", Cause = "it was a test" }, Cancelled);

        await SeenAsync("/flows", Page.Locator("#executions").GetByText("it was a test"));

        var executions = Page.Locator("#executions");
        await executions.GetByText("RecordOrder, ReserveStock").WaitForAsync();
        Assert.Equal(2, await executions.Locator("svg").GetByText("1 here").CountAsync());
        await executions.GetByRole(AriaRole.Link, new() { Name = "ORD-STANDS" }).ClickAsync();
        await Page.Locator("#execution").GetByText("stands in").WaitForAsync();
        await FindAsync(standing, "ORD-STANDS");
        await FindAsync(standing[(standing.LastIndexOf(':') + 1)..], "ORD-STANDS");
        Assert.Empty(Complaints);
    }

    private async Task FindAsync(string execution, string orderId)
    {
        await Page.GotoAsync("/business");
        await Page.Locator("form.find input").FillAsync(execution);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync($"**/orders/{orderId}");
        await Page.Locator("#execution").GetByText(execution).WaitForAsync();
    }

    /// <summary>Opens a page again and again until it shows what a watch has found: the first look may have been before.</summary>
    private async Task SeenAsync(string path, ILocator wanted)
    {
        await Page.GotoAsync(path);
        await wanted.First.WaitForAsync(new() { Timeout = 90_000 });
    }

    private async Task<string> StartAsync(string machine, string orderId) => (await States.StartExecutionAsync(new()
    {
        StateMachineArn = machine,
        Input = $$$"""
            {"id":"trigger-of-{{{orderId}}}","detail":{"workflow_id":"WF-1","order_id":"{{{orderId}}}","order":{"orderId":"{{{orderId}}}",
             "customerId":"CUST-1","amount":25,"items":[{"productId":"LAMP","quantity":1}]}} }
            """,
    })).ExecutionArn;
}
