using System.Text.Json.Nodes;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.Inventory;

namespace Workers.BrowserTests;

/// <summary>Three orders that today's inventory worker can handle, and one body that nobody can, among its dead letters.</summary>
public sealed class WhenLettersAreRehearsed : ConsoleSpec
{
    private const int Orders = 3;
    private const string Cause = "The table was away";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var dlq = await QueueUrlAsync(Topology.InventoryDlq);
        for (var number = 1; number <= Orders; number++)
        {
            await Letters.PutAsync(Sqs, dlq, Placed($"ORD-{number}"), Cause);
        }

        await Letters.PutAsync(Sqs, dlq, "no event", "not valid JSON");
    }

    [Fact]
    public async Task A_group_that_passes_says_what_it_would_write_and_nothing_is_written()
    {
        await OpenGroupAsync(Cause);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Rehearse first" }).ClickAsync();

        await Page.GetByText("Every letter passes").WaitForAsync();
        Assert.Contains("OrderPlacedHandler", await Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal((Orders + 1, 0), (await CountAsync(Topology.InventoryDlq), await CountAsync(Topology.InventoryQueue)));
    }

    [Fact]
    public async Task What_passes_is_sent_back_one_first_and_the_rest_once_its_markers_are_there()
    {
        await StartWorkerAsync();
        await OpenGroupAsync(Cause);
        await SendBackWhatPassesAsync();

        await Page.GetByText($"{Orders} of {Orders} sent back, one first.").WaitForAsync();

        Assert.Equal(1, await CountAsync(Topology.InventoryDlq));   // the one that nobody can read
        var told = await NextBodyAsync(Topology.AuditQueue);
        Assert.Contains("\"rehearsed\":true", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_come_back_stays_and_the_page_says_why()
    {
        await OpenGroupAsync("not valid JSON");
        await SendBackWhatPassesAsync();

        await Page.Locator(".flash.bad").GetByText("0 of 1 sent back, one first. Stopped: some of it would come back.").WaitForAsync();
        Assert.Equal(Orders + 1, await CountAsync(Topology.InventoryDlq));
    }

    [Fact]
    public async Task A_first_letter_that_comes_back_keeps_the_rest_here()
    {
        await OpenGroupAsync(Cause);
        await SendBackWhatPassesAsync();
        await ReturnTheFirstAsync();

        await Page.Locator(".flash.bad").GetByText($"1 of {Orders} sent back, one first. Stopped: the first one came back.").WaitForAsync();
        Assert.Equal(Orders + 1, await CountAsync(Topology.InventoryDlq));
    }

    private static string Placed(string orderId) => Letters.Envelope("ecommerce.orders", "Order Placed", orderId, new JsonObject
    {
        ["orderId"] = orderId,
        ["customerId"] = "CUST-1",
        ["amount"] = 59.98,
        ["items"] = new JsonArray(new JsonObject { ["productId"] = "LAPTOP-001", ["quantity"] = 1 }),
    });

    private async Task OpenGroupAsync(string reason)
    {
        await Page.GotoAsync("/letters/inventory-dlq");
        await Page.Locator("#groups tr", new() { HasText = reason }).Locator("a.row").ClickAsync();
    }

    private async Task SendBackWhatPassesAsync()
    {
        await Page.GetByLabel("Why what passes is sent back").FillAsync("The table is there again");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send back what passes" }).ClickAsync();
    }

    private Task StartWorkerAsync() =>
        Build("Workers.Inventory", new() { ["Workers:Inventory:WaitTime"] = "00:00:01" }, builder => builder.AddInventoryWorker()).StartAsync();

    /// <summary>As a worker does that rejects it again: a message of its own, with the same body.</summary>
    private async Task ReturnTheFirstAsync()
    {
        var queue = await QueueUrlAsync(Topology.InventoryQueue);
        ReceiveMessageResponse received;
        do
        {
            received = await Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(queue) { WaitTimeSeconds = 1 });
        }
        while (received.Messages is not { Count: > 0 });

        await Sqs.DeleteMessageAsync(queue, received.Messages[0].ReceiptHandle);
        await Letters.PutAsync(Sqs, await QueueUrlAsync(Topology.InventoryDlq), received.Messages[0].Body, Cause);
    }
}
