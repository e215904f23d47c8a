using LocalAws.Faults;
using Workers.Contracts;

namespace Workers.BrowserTests;

/// <summary>AWS fails, or the console ends, between the button and the end of what it asked for.</summary>
public sealed class WhenAnActIsCutOff : ConsoleSpec
{
    private const int Count = 30;

    protected override Dictionary<string, string?> Settings => new(base.Settings)
    {
        ["Workers:Console:UndoWindow"] = "00:00:05",
        ["AWS:MaxRetries"] = "0",
    };

    [Fact]
    public async Task A_steering_that_the_trail_was_not_told_of_is_told_as_half_done()
    {
        Aws.Faults.Set(seed: 1, new FaultRule("events.PutEvents", FaultKind.InternalError));
        await Page.GotoAsync("/workers/payments");
        await Page.Locator("#steer-payments-queue summary").ClickAsync();
        await Page.GetByLabel("Why payments-queue is paused").FillAsync("The provider charges twice");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

        await Page.Locator(".flash.bad").GetByText("But the audit trail was not told").WaitForAsync();
        await Page.GetByText("The provider charges twice").First.WaitForAsync();   // it stands
    }

    [Fact]
    public async Task Nothing_is_taken_away_that_the_trail_cannot_be_told_of()
    {
        await PutAsync();
        Aws.Faults.Set(seed: 1, new FaultRule("events.PutEvents", FaultKind.InternalError));
        await SendBackAsync(perSecond: 50);

        await Page.Locator(".flash.bad").GetByText("Nothing was done, since the audit trail could not be told").WaitForAsync();
        Assert.Equal(Count, await CountAsync(Topology.PaymentsDlq));
    }

    [Fact]
    public async Task Letters_that_were_not_sent_are_where_they_were()
    {
        await PutAsync();
        await SendBackAsync(perSecond: 1);
        await Page.GetByText("10 letters looked at so far").WaitForAsync();
        Aws.Faults.Set(seed: 1, new FaultRule("sqs.ReceiveMessage", FaultKind.InternalError));
        await Page.Locator(".flash.bad").GetByText("It stopped after").WaitForAsync();
        Aws.Faults.Clear();

        var (left, sent) = (await CountAsync(Topology.PaymentsDlq), await CountAsync(Topology.PaymentsQueue));
        Assert.Equal(Count, left + sent);
        Assert.InRange(sent, 10, Count - 1);
    }

    [Fact]
    public async Task A_console_that_restarts_says_since_when_it_remembers_and_has_lost_no_letter()
    {
        await PutAsync();
        await SendBackAsync(perSecond: 1);
        await Page.GetByText("10 letters looked at so far").WaitForAsync();

        await RestartAsync();
        await Page.GotoAsync("/acts");

        await Page.GetByText("ended with a restart of this one").WaitForAsync();
        await Page.Locator("#jobs").GetByText("None.").WaitForAsync();
        Assert.Equal(Count, await CountAsync(Topology.PaymentsDlq) + await CountAsync(Topology.PaymentsQueue));
        Assert.Contains("Dead Letters Redriven", await NextBodyAsync(Topology.AuditQueue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discard_that_waited_when_the_console_stopped_is_neither_done_nor_on_the_trail()
    {
        await PutAsync();
        await Page.GotoAsync("/letters/payments-dlq");
        await Page.Locator("#discard summary").ClickAsync();
        await Page.GetByLabel("Why they are thrown away").FillAsync("Nobody needs them");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Throw away" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).WaitForAsync();

        await RestartAsync();
        var longerThanTheUndoWindow = TimeSpan.FromSeconds(6);
        await Task.Delay(longerThanTheUndoWindow, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal((Count, 0), (await CountAsync(Topology.PaymentsDlq), await CountAsync(Topology.AuditQueue)));
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_says_that_aws_does_not_answer()
    {
        Aws.Faults.Set(seed: 1, new FaultRule("dynamodb.Query", FaultKind.InternalError));

        var answer = await Page.GotoAsync("/acts");

        Assert.Equal(503, answer!.Status);
        await Page.GetByText("AWS did not answer the console").WaitForAsync();
        Assert.StartsWith("default-src 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
    }

    private async Task PutAsync() => await Letters.PutAsync(
        Sqs, await QueueUrlAsync(Topology.PaymentsDlq), Count, number => (Letters.Reserved($"ORD-{number}"), "The provider was away"));

    private async Task SendBackAsync(int perSecond)
    {
        await Page.GotoAsync("/letters/payments-dlq");
        await Page.GetByLabel("a second at most").FillAsync($"{perSecond}");
        await Page.GetByLabel("Why they are sent back").FillAsync("The provider is there again");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send back", Exact = true }).ClickAsync();
    }
}
