namespace Workers.BrowserTests;

public sealed class WhenTheKeyboardIsUsed : ConsoleSpec
{
    [Fact]
    public async Task A_digit_opens_a_view_and_a_slash_the_search_box()
    {
        await Page.GotoAsync("/");
        await Page.Locator("body").PressAsync("3");
        await Assertions.Expect(Page).ToHaveTitleAsync("Dead letters · console");

        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("ORD-404");
        await Page.Keyboard.PressAsync("Enter");

        await Page.GetByText("Nothing is known of ORD-404").WaitForAsync();
    }

    [Fact]
    public async Task Rows_are_gone_through_with_j_and_k()
    {
        await Page.GotoAsync("/acts");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("k");

        Assert.Equal("/workers/inventory#inventory-queue", await Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
    }

    [Fact]
    public async Task What_is_being_typed_is_not_taken_away_by_a_refresh()
    {
        await Page.GotoAsync("/workers/payments");
        await Page.Locator("#steer-payments-queue summary").ClickAsync();
        await Page.GetByLabel("Why payments-queue is paused").FillAsync("The provider");
        await Page.WaitForTimeoutAsync(6_000);   // longer than a refresh takes to come

        Assert.Equal("The provider", await Page.GetByLabel("Why payments-queue is paused").InputValueAsync());
    }
}
