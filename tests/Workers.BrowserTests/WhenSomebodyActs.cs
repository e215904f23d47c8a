using System.Net;
using Workers.Contracts;

namespace Workers.BrowserTests;

public sealed class WhenSomebodyActs : ConsoleSpec
{
    [Fact]
    public async Task A_pause_needs_a_reason_and_stands_on_every_page()
    {
        await Page.GotoAsync("/workers/payments");
        await Page.Locator("#steer-payments-queue summary").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        Assert.Equal("/workers/payments", new Uri(Page.Url).AbsolutePath);   // the browser asks for the reason
        Assert.Equal(0, await CountAsync(Topology.AuditQueue));

        await Page.GetByLabel("Why payments-queue is paused").FillAsync("The provider charges twice");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Page.GetByText("payments-queue is paused.").WaitForAsync();
        await Page.GotoAsync("/");

        await Page.GetByText("The provider charges twice").First.WaitForAsync();
        Assert.Equal(1, await CountAsync(Topology.AuditQueue));
    }

    [Fact]
    public async Task A_discard_can_be_undone_before_anything_is_deleted()
    {
        await Letters.PutAsync(Sqs, await QueueUrlAsync(Topology.PaymentsDlq), "no event", "not valid JSON");

        await Page.GotoAsync("/letters/payments-dlq");
        await Page.Locator("#discard summary").ClickAsync();
        await Page.GetByLabel("Why they are thrown away").FillAsync("Nobody needs it");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Throw away" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Page.GetByText("Undone: nothing was deleted.").First.WaitForAsync();

        Assert.Equal(1, await CountAsync(Topology.PaymentsDlq));
    }

    [Fact]
    public async Task A_form_of_another_page_is_refused()
    {
        using var http = new HttpClient { BaseAddress = Url };
        using var form = new FormUrlEncodedContent([new("queue", Topology.PaymentsQueue), new("reason", "because")]);

        using var answer = await http.PostAsync(new Uri("/acts/pause", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await CountAsync(Topology.AuditQueue));
    }
}
