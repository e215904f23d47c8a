using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.BrowserTests;

public sealed class WhenALetterIsHostile : ConsoleSpec
{
    private const string Script = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    [Fact]
    public async Task Its_body_and_reason_are_text()
    {
        var body = Letters.Envelope("ecommerce.inventory", "Inventory Reserved", "ORD-1", new JsonObject { ["orderId"] = "ORD-1", ["note"] = Script });
        await Letters.PutAsync(Sqs, await QueueUrlAsync(Topology.PaymentsDlq), body, Script);

        await Page.GotoAsync("/letters/payments-dlq");
        await Page.Locator("#groups a.row").First.ClickAsync();
        await Page.GetByText("onerror").First.WaitForAsync();

        Assert.DoesNotContain("owned", await Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Page.Locator("main img, main script").CountAsync());
        Assert.Empty(Complaints);
    }
}
