using Workers.Contracts;

namespace Workers.BrowserTests;

/// <summary>Somebody who knows nothing but the page: a handler is broken, another queue is not emptied, and customers call.</summary>
public sealed class WhenAHandlerIsBroken : ConsoleSpec
{
    private const int Orders = 3;
    private readonly BrokenWorker _worker = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Build("Workers.Payments", BrokenWorker.Settings, _worker.AddTo).StartAsync();
        await Page.GotoAsync("/");   // the watch has seen the worker before anything fails
        await Page.Locator("#instances").GetByText("payments/").First.WaitForAsync();
        for (var number = 1; number <= Orders; number++)
        {
            await Sqs.SendMessageAsync(await QueueUrlAsync(Topology.PaymentsQueue), Letters.Reserved($"ORD-{number}"));
            await Sqs.SendMessageAsync(await QueueUrlAsync(Topology.ShippingQueue), Letters.Reserved($"ORD-{number}"));
        }
    }

    [Fact]
    public async Task The_first_page_says_which_handler_since_when_and_which_orders()
    {
        await Page.GotoAsync("/");

        var wrong = Page.Locator("#wrong");
        await wrong.GetByText("Payments.InventoryReservedHandler fails").WaitForAsync();
        await wrong.GetByText($"{Orders} orders are hurt").WaitForAsync();

        var text = await wrong.InnerTextAsync();
        Assert.Contains("System.InvalidOperationException", text, StringComparison.Ordinal);
        Assert.Matches(@"fails.*since \d\d:\d\d:\d\d", text.ReplaceLineEndings(" "));
        Assert.Contains("ORD-1", text, StringComparison.Ordinal);
        Assert.Contains($"No instance of shipping has told of shipping-queue for two minutes; {Orders} messages wait", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_orders_are_brought_back_from_there_and_the_trail_is_told()
    {
        await Page.GotoAsync("/");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Look at them and bring them back" }).First.ClickAsync();
        await Page.GetByText("\"orderId\": \"ORD-").First.WaitForAsync();
        _worker.Mend();

        await Page.Locator("#unrehearsed summary").ClickAsync();
        await Page.GetByLabel("Why they are sent back").FillAsync("The table has its row again");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send back", Exact = true }).ClickAsync();
        await Page.GetByText($"{Orders} sent back").WaitForAsync();
        await Page.GotoAsync("/");
        await Expect(Page.Locator("#wrong").GetByText("orders are hurt")).ToHaveCountAsync(0);

        Assert.Equal(0, await CountAsync(Topology.PaymentsDlq));
        Assert.Equal(1, await CountAsync(Topology.AuditQueue));
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_the_policy_stops_nothing_of_ours()
    {
        foreach (var path in (string[])["/", "/workers/payments", "/letters", "/letters/payments-dlq", "/orders", "/orders/ORD-1", "/flows", "/business", "/acts"])
        {
            await Page.GotoAsync(path);
        }

        Assert.All(Asked, address => Assert.StartsWith(Url.ToString(), address, StringComparison.Ordinal));
        Assert.DoesNotContain(Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
