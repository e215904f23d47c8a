using System.CommandLine;

namespace Workers.Local;

/// <summary>A port on the command line.</summary>
internal static class PortOption
{
    private const int LargestPort = 65535;

    public static Option<int> Of(string name, string listener, int usual)
    {
        var option = new Option<int>(name)
        {
            Description = $"Where {listener} listens; 0 picks a free port.",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var port) && port is >= 0 and <= LargestPort))
            {
                result.AddError($"{name} must be a port from 0 to {LargestPort}.");
            }
        });
        return option;
    }
}
