using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Workers.Defaults;

/// <summary>Why a host did not start, in sentences for whoever set it up: a stack says nothing of a setting.</summary>
internal static class StartFailure
{
    /// <summary>A sentence for each thing that is wrong; none where the exception is no matter of settings, and its stack is wanted.</summary>
    public static IReadOnlyList<string> Reasons(Exception exception, IConfiguration configuration) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures.Distinct()],
        AggregateException { InnerExceptions: var all } when all.All(one => one is OptionsValidationException) =>
            [.. all.Cast<OptionsValidationException>().SelectMany(invalid => invalid.Failures).Distinct()],
        IOException { InnerException: AddressInUseException } =>
            [$"another program listens on {Address(configuration)} already. {Cure(configuration)}"],
        SocketException refused => [$"it may not listen on {Address(configuration)} ({refused.SocketErrorCode}). {Cure(configuration)}"],
        _ => [],
    };

    private static string Address(IConfiguration configuration) =>
        configuration["urls"] ?? $"port {configuration["http_ports"] ?? configuration["https_ports"]}";

    private static string Cure(IConfiguration configuration) => configuration["urls"] is null
        ? "Set ASPNETCORE_HTTP_PORTS to a free port."
        : "Set ASPNETCORE_URLS (or --urls) to a free one, such as http://localhost:5081.";
}
