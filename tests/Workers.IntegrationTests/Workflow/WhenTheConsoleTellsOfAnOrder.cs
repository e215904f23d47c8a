using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Workers.Console;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Workflow;

/// <summary>An order's page, of orders that the fleet has dealt with in either form.</summary>
[Collection(typeof(WorkflowSpecs))]
public sealed partial class WhenTheConsoleTellsOfAnOrder : IAsyncLifetime
{
    private readonly AwsEndpoint _endpoint;
    private readonly WorkflowFleet _workflow;
    private readonly HttpClient _http = new();
    private WebApplication? _console;

    public WhenTheConsoleTellsOfAnOrder(AwsEndpoint endpoint, WorkflowFleet workflow)
    {
        workflow.Fleet.RequireTransactions();
        (_endpoint, _workflow) = (endpoint, workflow);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:ServiceUrl"] = _endpoint.Url,
            ["AWS:Region"] = _endpoint.Region,
            ["Workers:Prefix"] = _workflow.Fleet.Prefix,
            ["Serilog:MinimumLevel:Default"] = "Error",
        });
        _console = builder.AddConsole().Build().MapConsole();
        await _console.StartAsync(TestContext.Current.CancellationToken);
        _http.BaseAddress = new(_console.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await (_console?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData("TOLD-SHIPPED", null, "Completed", "SUCCEEDED")]
    [InlineData("TOLD-DECLINED", "DECLINED-TOLD", "Failed", "FAILED")]
    public async Task Every_branch_of_an_orchestrated_one_was_taken(string orderId, string? customerId, string status, string execution)
    {
        var order = await _workflow.StockedAsync(orderId, customerId);
        await order.PlaceForTheStateMachineAsync();
        await order.BecomesAsync(status);
        await _workflow.ExecutionBecomesAsync(orderId, execution);

        var page = await QuietPageAsync(orderId);

        Assert.Equal([], MissingOn(page));
        Assert.Contains("Workflow.AnswerInventoryReserved", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Inventory.OrderPlacedHandler", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_one_missing_where_it_was_cancelled_before_it_was_paid()
    {
        var order = await _workflow.StockedAsync("TOLD-CANCELLED");
        using var payments = await _workflow.PauseAsync("Payments");
        await order.PlaceForTheStateMachineAsync();
        await order.BecomesAsync("Reserved");
        await order.CancelAsync();
        await _workflow.ExecutionBecomesAsync("TOLD-CANCELLED", "ABORTED");
        payments.Resume();

        var page = await QuietPageAsync("TOLD-CANCELLED");

        Assert.Equal([], MissingOn(page));
        Assert.Contains("Workflow.StopUponOrderCancellationDecided", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TOLD-PLAIN", null, "Completed")]
    [InlineData("TOLD-PLAIN-DECLINED", "DECLINED-TOLD-2", "Failed")]
    public async Task Every_branch_of_a_choreographed_one_was_taken(string orderId, string? customerId, string status)
    {
        var order = await _workflow.StockedAsync(orderId, customerId);
        await order.PlaceAsync();
        await order.BecomesAsync(status);

        var page = await QuietPageAsync(orderId);

        Assert.Equal([], MissingOn(page));
        Assert.Contains("Inventory.OrderPlacedHandler", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Workflow.Answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choreographed_one_that_was_cancelled_misses_nothing_either()
    {
        var order = await _workflow.StockedAsync("TOLD-PLAIN-CANCELLED");
        using var payments = await _workflow.PauseAsync("Payments");
        await order.PlaceAsync();
        await order.BecomesAsync("Reserved");
        await order.CancelAsync();
        await order.BecomesAsync("Cancelled");
        payments.Resume();

        Assert.Equal([], MissingOn(await QuietPageAsync("TOLD-PLAIN-CANCELLED")));
    }

    [Fact]
    public async Task A_branch_that_nobody_took_is_missing()
    {
        var order = await _workflow.StockedAsync("TOLD-WAITING");
        using var workflow = await _workflow.PauseAsync("Workflow");
        await order.PlaceForTheStateMachineAsync();
        await order.BecomesAsync("Reserved");

        await Eventually.TrueAsync("the answer of inventory is missing", async () =>
            MissingOn(await PageAsync("TOLD-WAITING")).Contains("Workflow.AnswerInventoryReserved: Inventory Reserved"));
    }

    private async Task<string> QuietPageAsync(string orderId)
    {
        await Quiet.WaitAsync(_endpoint, _workflow.Fleet);
        return await PageAsync(orderId);
    }

    private async Task<string> PageAsync(string orderId) => WebUtility.HtmlDecode(
        await _http.GetStringAsync(new Uri($"/orders/{orderId}", UriKind.Relative), TestContext.Current.CancellationToken));

    private static IReadOnlyList<string> MissingOn(string page) =>
        [.. Missing.Matches(page).Select(found => $"{found.Groups[1].Value}: {found.Groups[2].Value}")];

    [GeneratedRegex(@"<b>([^<]+)</b>\s+(?:has not handled|could not handle)\s+<b>([^<]+)</b>")]
    private static partial Regex Missing { get; }
}
