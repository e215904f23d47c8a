using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Contracts;

namespace Workers.Tests.Contracts;

public sealed class WhenTheClockToleranceIsWrong
{
    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    [InlineData("60")]   // days
    public void The_host_does_not_start_and_the_reason_names_the_setting(string tolerance)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Workers:Events:ClockTolerance", tolerance)])
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddContracts().BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("Workers:Events:ClockTolerance must be from 00:00:01 to 1.00:00:00", refused.Message, StringComparison.Ordinal);
    }
}
