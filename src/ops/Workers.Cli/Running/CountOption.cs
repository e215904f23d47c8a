using System.CommandLine;
using System.Globalization;

namespace Workers.Cli.Running;

/// <summary>A number from 1 on the command line.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int usual, int most = 1_000_000)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} {usual} unless given.",
            DefaultValueFactory = _ => usual,
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most))
            {
                result.AddError($"{name} {text} must be a whole number from 1 to {most}.");
            }
        });
        return option;
    }
}
