using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Workers.Events;

namespace Workers.Defaults;

/// <summary>Refuses a prefix that some AWS service would refuse in a name.</summary>
internal sealed partial class ResourceNamingValidator : IValidateOptions<ResourceNaming>
{
    public ValidateOptionsResult Validate(string? name, ResourceNaming options) =>
        Prefix.IsMatch(options.Prefix)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Workers:Prefix ({options.Prefix}) must be at most 20 letters, digits, - or _: "
                + "queues, rules and tables could not be named with it.");

    [GeneratedRegex(@"^[A-Za-z0-9_-]{0,20}\z")]
    private static partial Regex Prefix { get; }
}
