using Workers.Defaults;
using Workers.Events;

namespace Workers.Tests.Defaults;

public sealed class WhenAPrefixIsConfigured
{
    [Theory]
    [InlineData("")]
    [InlineData("user3-")]
    [InlineData("A_b-0123456789012345")]
    public void Letters_digits_hyphens_and_underscores_up_to_twenty_are_taken(string prefix) =>
        Assert.True(Validate(prefix).Succeeded);

    [Theory]
    [InlineData("user 3")]
    [InlineData("user3.")]
    [InlineData("user3\n")]
    [InlineData("straße-")]
    [InlineData("012345678901234567890")]
    public void Any_other_is_refused_with_what_would_go_wrong(string prefix) =>
        Assert.Contains("could not be named", Assert.Single(Validate(prefix).Failures!), StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(string prefix) =>
        new ResourceNamingValidator().Validate(null, new ResourceNaming { Prefix = prefix });
}
